package io.campaignpulse.simulators.callcentre;

/** By which discipline calls are answered at a moment. Moments must not go back. */
public interface Routing {

  /** Told of every call that comes, before anything is asked about its moment. */
  void offered(double now);

  QueueDiscipline at(double now, int agents);

  static Routing always(QueueDiscipline discipline) {
    return new Routing() {
      @Override
      public void offered(double now) {
        // What comes makes no difference.
      }

      @Override
      public QueueDiscipline at(double now, int agents) {
        return discipline;
      }
    };
  }
}
