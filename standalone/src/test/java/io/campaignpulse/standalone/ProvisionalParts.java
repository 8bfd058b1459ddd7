package io.campaignpulse.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Stands in for the other modules until they are wired in: a page, a job that counts nothing. */
final class ProvisionalParts implements Parts {
  private static final byte[] PAGE =
      "Campaign Pulse runs; its pages are not wired in yet.\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public void defineJob(StreamExecutionEnvironment env, Endpoints ends, Settings settings) {
    var ticks =
        new DataGeneratorSource<>(
            tick -> tick, Long.MAX_VALUE, RateLimiterStrategy.perSecond(1), Types.LONG);
    env.fromSource(ticks, WatermarkStrategy.noWatermarks(), "ticks")
        .uid("ticks")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  @Override
  public Web startDashboard(Endpoints ends, Settings settings, boolean simulated)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
    var server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
          }
        });
    server.start();
    return new Web() {
      @Override
      public int port() {
        return server.getAddress().getPort();
      }

      @Override
      public void close() {
        server.stop(0);
      }
    };
  }

  @Override
  public Running startSimulation(URI to, Settings settings) {
    return () -> {};
  }

  @Override
  public Replay replay(ReplayRequest request, Currency currency) {
    throw new Refusal("replay is not wired in yet");
  }

  @Override
  public void rebuild(URI to, Stages stages) {
    throw new Refusal("rebuild is not wired in yet");
  }

  @Override
  public void fitValueModel(URI to, LocalDate asOf, Stages stages) {
    throw new Refusal("fit-value-model is not wired in yet");
  }
}
