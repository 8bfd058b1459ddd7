package io.campaignpulse.standalone.calls;

import io.campaignpulse.simulators.callcentre.OverloadSwitch;
import java.util.ArrayList;
import java.util.List;

/** The routing of each day, kept so that its overload can be told. */
final class Switches {
  private final TrialRequest request;
  private final List<OverloadSwitch> days = new ArrayList<>();

  Switches(TrialRequest request) {
    this.request = request;
  }

  OverloadSwitch next() {
    var day = request.routing();
    days.add(day);
    return day;
  }

  double secondsOverloaded() {
    var end = request.staff().end();
    return days.stream().mapToDouble(day -> day.secondsOverloaded(end)).sum();
  }
}
