package io.campaignpulse.response;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.wire.FormType;
import java.time.Duration;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of a job that counts campaign response. */
public final class ResponseGraph {
  private static final MapStateDescriptor<Void, Void> NO_STATE =
      new MapStateDescriptor<>("none", Types.VOID, Types.VOID);

  private ResponseGraph() {}

  /** What campaign response gives: figures to serve, and events that came too late to count. */
  public record Streams(DataStream<ViewWrite> views, DataStream<Touch> late) {}

  public static Streams define(
      DataStream<Posting> postings,
      DataStream<CampaignTerms> campaigns,
      DataStream<Command> commands,
      Duration history,
      CatchUp catchUp) {
    var gathered =
        campaigns
            .transform(
                "Gather terms",
                Types.LIST(TypeInformation.of(CampaignTerms.class)),
                new GatherTerms())
            .setBufferTimeout(Pace.RARE)
            .uid("gather-terms");
    var notices =
        gathered
            .map(LedgerNotice::of, TypeInformation.of(LedgerNotice.class))
            .setBufferTimeout(Pace.RARE)
            .uid("ledger-terms")
            .union(
                commands
                    .map(LedgerNotice::of, TypeInformation.of(LedgerNotice.class))
                    .setBufferTimeout(Pace.RARE)
                    .uid("ledger-commands"));
    var changes =
        postings
            .keyBy(Posting::customer)
            .connect(notices.broadcast(KeepLedger.CAMPAIGNS))
            .process(new KeepLedger(history, catchUp), new FormType<>(new ChangeType.Serializer()))
            .uid("keep-ledger")
            .name("Keep ledger");
    var views =
        changes
            .transform(
                "Combine changes", TypeInformation.of(ShareChange.class), new CombineChanges())
            .uid("combine-changes")
            .keyBy(ShareChange::campaignId)
            .connect(commands.broadcast(NO_STATE))
            .process(new SumCampaign(catchUp))
            .uid("sum-campaign")
            .name("Sum campaign");
    return new Streams(
        views.union(changes.getSideOutput(KeepLedger.VIEWS)),
        changes.getSideOutput(KeepLedger.LATE));
  }
}
