package io.campaignpulse.dashboard.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One call that the server answers. */
record Route(HandlerType method, String path, Handler handler) {
  static final String API = "/api/v1";

  static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, handler);
  }

  static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, handler);
  }

  static Route put(String path, Handler handler) {
    return new Route(HandlerType.PUT, path, handler);
  }
}
