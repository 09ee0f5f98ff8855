package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.KnownDefect.Condition;
import io.github.backupdiag.catalog.KnownDefect.Symptom;
import io.github.backupdiag.catalog.KnownDefect.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a JSON entry into a known defect. */
final class DefectReader {

  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,5}");

  private DefectReader() {}

  static Entry<KnownDefect> defect(Fields fields, Problems problems) {
    KnownDefect defect =
        new KnownDefect(
            fields.text("id"),
            fields.text("component"),
            versions(fields, problems),
            condition(fields, problems),
            symptoms(fields),
            fields.texts("causes"),
            version("fixedIn", fields, problems),
            fields.texts("sources"));
    checkFix(defect, fields, problems);
    Entry.Mode mode = fields.flag("replaces") ? Entry.Mode.REPLACES : Entry.Mode.NEW;
    return new Entry<>(defect.id(), defect, fields.place(), mode);
  }

  private static Versions versions(Fields entry, Problems problems) {
    Fields fields = entry.requiredObject("versions", "name min, below or seen");
    if (fields == null) {
      return new Versions(null, null, List.of());
    }
    List<String> seen = fields.texts("seen");
    seen.forEach(one -> check(one, "seen", fields, problems));
    Versions versions =
        new Versions(version("min", fields, problems), version("below", fields, problems), seen);
    fields.refuseOthers();
    checkOrder(versions, fields, problems);
    if (versions.min() == null && versions.below() == null && seen.isEmpty()) {
      problems.add(fields.place(), "'versions' names none; name min, below or seen");
    }
    return versions;
  }

  private static void checkFix(KnownDefect defect, Fields fields, Problems problems) {
    String fixedIn = defect.fixedIn();
    if (fixedIn != null && areReadable(defect) && defect.versions().contains(fixedIn)) {
      problems.add(
          fields.place("fixedIn"),
          "'fixedIn' is '" + fixedIn + "', which 'versions' say has the defect; correct one");
    }
  }

  private static boolean areReadable(KnownDefect defect) {
    Versions versions = defect.versions();
    return Stream.concat(
            versions.seen().stream(), Stream.of(versions.min(), versions.below(), defect.fixedIn()))
        .allMatch(version -> version == null || isVersion(version));
  }

  private static void checkOrder(Versions versions, Fields fields, Problems problems) {
    String min = versions.min();
    String below = versions.below();
    if (min == null || below == null || !isVersion(min) || !isVersion(below)) {
      return;
    }
    if (!new Versions(null, below, List.of()).contains(min)) {
      problems.add(
          fields.place("below"),
          "'below' is '" + below + "', which is not behind 'min' " + min + "; correct one");
    }
  }

  private static Condition condition(Fields entry, Problems problems) {
    Fields fields = entry.object("condition");
    if (fields == null) {
      return new Condition(null, List.of(), null);
    }
    Condition condition =
        new Condition(
            version("python", fields, problems),
            fields.texts("distributions"),
            version("distributionVersion", fields, problems));
    fields.refuseOthers();
    if (condition.python() == null && condition.isOfAnySystem()) {
      problems.add(
          fields.place(),
          "'condition' names none; name python, distributions or distributionVersion, or leave it"
              + " out");
    }
    return condition;
  }

  private static List<Symptom> symptoms(Fields entry) {
    List<Symptom> symptoms = new ArrayList<>();
    for (Fields fields : entry.objects("symptoms")) {
      symptoms.add(
          new Symptom(
              fields.text("signature"),
              fields.optionalText("alsoHolds"),
              Math.max(1, fields.number("atLeast", 1)),
              fields.optionalText("with")));
      fields.refuseOthers();
    }
    return List.copyOf(symptoms);
  }

  private static @Nullable String version(String field, Fields fields, Problems problems) {
    String version = fields.optionalText(field);
    if (version != null) {
      check(version, field, fields, problems);
    }
    return version;
  }

  private static void check(String version, String field, Fields fields, Problems problems) {
    if (!isVersion(version)) {
      problems.add(
          fields.place(field), "'" + version + "' is no version; write numbers and dots: 1.0.9220");
    }
  }

  private static boolean isVersion(String version) {
    return VERSION.matcher(version).matches();
  }
}
