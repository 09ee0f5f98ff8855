package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * English sentences that stand in the text of one event only, for those who paste the text without
 * its number (knowledge/log-signatures.json, logs event-application and event-system).
 */
final class EventSentences {

  private static final int FOLLOWING = 12;
  private static final int MAX_TEXT = 500;

  /** What a sentence belongs to. */
  private record Event(String provider, int id) {}

  private static final Map<String, Event> SENTENCES = sentences();

  private EventSentences() {}

  private static Map<String, Event> sentences() {
    Map<String, Event> all = new LinkedHashMap<>();
    all.put("Faulting application name: ", new Event("Application Error", 1000));
    all.put("A VSS writer has rejected an event with error", new Event("VSS", 8229));
    all.put("An older writer session state is being removed", new Event("VSS", 12289));
    all.put("IVssWriterCallback interface", new Event("VSS", 8194));
    all.put("Unexpected error calling routine", new Event("VSS", 8193));
    all.put(
        "Error creating the Shadow Copy Provider COM class with CLSID", new Event("VSS", 12292));
    all.put("Error calling a routine on a Shadow Copy Provider", new Event("VSS", 12293));
    all.put(
        "The I/O writes cannot be flushed during the shadow copy creation period",
        new Event("VSS", 12297));
    all.put(
        "The I/O writes cannot be held during the shadow copy creation period",
        new Event("VSS", 12298));
    all.put("did not respond to a GatherWriterStatus call", new Event("VSS", 12301));
    all.put("SQLVDI: Loc=", new Event("SQLVDI", 1));
    all.put("Sqllib error: OLEDB Error encountered", new Event("SQLWRITER", 24583));
    all.put(
        "The run-time environment has detected an inconsistency in its internal state",
        new Event("Microsoft-Windows-Complus", 4689));
    all.put(
        "The run-time environment was unable to initialize for transactions",
        new Event("Microsoft-Windows-Complus", 4691));
    all.put("shadow copy storage could not grow in time", new Event("volsnap", 25));
    all.put("could not grow due to a user imposed limit", new Event("volsnap", 36));
    all.put("because the shadow copy storage failed to grow", new Event("volsnap", 35));
    all.put("timed out while waiting for a release writes command", new Event("volsnap", 8));
    all.put("timed out while waiting for file system cleanup", new Event("volsnap", 9));
    for (String unregistered : List.of("Coordinator", "management", "event")) {
      all.put("The VSS " + unregistered + " class is not registered", new Event("VSS", 34));
    }
    all.put("The MSXML classes are not registered", new Event("VSS", 36));
    all.put("The Microsoft Shadow Copy Provider class is not registered", new Event("VSS", 37));
    all.put("COM+ Event System service (EventSystem)", new Event("VSS", 38));
    all.put("The Volume Shadow Copy service (VSS) is disabled", new Event("VSS", 39));
    all.put("Microsoft Software Shadow Copy Provider (SWPRV) service is", new Event("VSS", 40));
    all.put("EventSystem service is disabled or is attempting", new Event("VSS", 18));
    all.put("since the COM+ database is corrupted", new Event("VSS", 21));
    all.put(
        "A critical component required by the Volume Shadow Copy service is not registered",
        new Event("VSS", 22));
    all.put("Most likely the CPU is under heavy load", new Event("VSS", 11));
    all.put("does not run under a user with sufficient access rights", new Event("VSS", 8213));
    all.put("could not communicate with the Shadow Copy publisher", new Event("VSS", 8214));
    all.put("Ran out of time while deleting files", new Event("VSS", 8220));
    all.put("The VSS service is shutting down due to idle timeout", new Event("VSS", 8224));
    all.put("VssAccessControl registry key", new Event("VSS", 8230));
    all.put("Routine returned E_INVALIDARG", new Event("VSS", 12294));
    all.put("The system may be low on resources", new Event("VSS", 12296));
    all.put("An internal inconsistency was detected in trying", new Event("VSS", 12302));
    all.put(
        "appears to be invalid or dismounted during shadow copy creation", new Event("VSS", 12308));
    all.put("could not be committed - operation timed out", new Event("VSS", 12310));
    all.put("seconds for all volumes to be flushed", new Event("VSS", 12340));
    all.put("The Registry Writer failed to respond to a query", new Event("VSS", 12347));
    all.put("VSS was denied access to the root of volume", new Event("VSS", 12348));
    all.put("was unable to load the provider with identifier", new Event("VSS", 12373));
    all.put(
        "The COM+ Event System detected a bad return code",
        new Event("Microsoft-Windows-EventSystem", 4609));
    all.put(
        "could not remove the EventSystem.EventSubscription object",
        new Event("Microsoft-Windows-EventSystem", 4621));
    return all;
  }

  static List<WindowsEvent> in(List<TextLine> lines, String source) {
    List<WindowsEvent> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      for (Map.Entry<String, Event> sentence : SENTENCES.entrySet()) {
        if (text.contains(sentence.getKey())) {
          found.add(event(sentence.getValue(), lines, i, source));
          break;
        }
      }
    }
    return found;
  }

  private static WindowsEvent event(Event event, List<TextLine> lines, int at, String source) {
    TextLine line = lines.get(at);
    List<TextLine> data = lines.subList(at, Math.min(lines.size(), at + FOLLOWING));
    return new WindowsEvent(
        "",
        event.provider(),
        event.id(),
        null,
        data.stream().map(each -> WindowsEventText.cut(each.text(), 2000)).toList(),
        source,
        line.number(),
        WindowsEventText.cut(line.text(), MAX_TEXT));
  }
}
