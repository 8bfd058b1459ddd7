package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Until when the events of a ledger matter, unit by unit: up to the last event of a visit or an
 * order, and of a contact up to the end of its window, or for as long as anything that can be
 * credited through it. Times are epoch milliseconds.
 */
final class Lasting {
  private final CampaignBook book;
  private final List<Touch> touches;
  private final Map<String, Long> byUnit = new HashMap<>();

  /** For these events, which must be in order of time. */
  Lasting(List<Touch> touches, CampaignBook book) {
    this.book = book;
    this.touches = touches;
    var returned = new HashMap<String, Long>(2);
    for (var touch : touches) {
      var units = touch.kind() == Touch.Kind.RETURN ? returned : byUnit;
      units.merge(unit(touch), matters(touch), Math::max);
    }
    // A return goes with its order: one that comes late must not hold it beyond its contact.
    returned.forEach(byUnit::putIfAbsent);
    holdContacts();
  }

  /** An order and its returns are one unit, so that a return never outlives its order. */
  private static String unit(Touch touch) {
    var kind = touch.kind() == Touch.Kind.RETURN ? Touch.Kind.ORDER : touch.kind();
    return kind + " " + touch.unitId();
  }

  private long matters(Touch touch) {
    var terms = terms(touch);
    return terms == null ? touch.at() : touch.at() + terms.windowMillis();
  }

  /** The terms of a contact's campaign; null for others. */
  private CampaignTerms terms(Touch touch) {
    return touch.campaignId() == null ? null : book.find(touch.campaignId());
  }

  /** What went on after a contact's window is credited as it began. */
  private void holdContacts() {
    var wentOn = new ArrayList<Touch>(0);
    for (var touch : touches) {
      if (touch.interaction() && until(touch) > touch.at()) {
        wentOn.add(touch);
      }
    }
    for (var contact : wentOn.isEmpty() ? wentOn : touches) {
      var terms = terms(contact);
      if (terms != null) {
        hold(contact, terms, wentOn);
      }
    }
  }

  private void hold(Touch contact, CampaignTerms terms, List<Touch> wentOn) {
    for (var interaction : wentOn) {
      if (terms.within(contact.at(), interaction.at())) {
        byUnit.merge(unit(contact), until(interaction), Math::max);
      }
    }
  }

  /** The last moment at which an event matters. */
  long until(Touch touch) {
    return byUnit.get(unit(touch));
  }

  /** The same of each unit. */
  Collection<Long> all() {
    return byUnit.values();
  }

  /** The campaigns that events which matter at this time or later are contacts of, or name. */
  Set<String> campaigns(long from) {
    var campaigns = new HashSet<String>();
    for (var touch : touches) {
      var terms = until(touch) < from ? null : concerned(touch);
      if (terms != null) {
        campaigns.add(terms.campaignId());
      }
    }
    return campaigns;
  }

  private CampaignTerms concerned(Touch touch) {
    return touch.interaction() ? book.direct(touch) : terms(touch);
  }
}
