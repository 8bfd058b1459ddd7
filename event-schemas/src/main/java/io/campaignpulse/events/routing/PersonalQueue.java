package io.campaignpulse.events.routing;

/** Names of queues in rules that stand for one queue an agent. */
public final class PersonalQueue {
  /** What stands in such a name for the agent who served the caller last. */
  public static final String AGENT = "{lastAgentId}";

  private PersonalQueue() {}

  /** Whether a rule's queue is one an agent. */
  public static boolean is(String queue) {
    return queue.contains(AGENT);
  }

  /**
   * The queue that a rule's is for a caller.
   *
   * @param lastAgentId null where the rule's queue is one for all
   */
  static String of(String queue, String lastAgentId) {
    return is(queue) ? queue.replace(AGENT, lastAgentId) : queue;
  }

  /** Whether a name has braces that stand for nothing: a misspelt agent, most likely. */
  public static boolean misspelt(String queue) {
    var rest = queue.replace(AGENT, "");
    return rest.contains("{") || rest.contains("}");
  }
}
