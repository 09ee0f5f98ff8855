package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Our own catalog in the form the build gave it ({@link PackCatalog}): checked then, and read entry
 * by entry now. Thread-safe.
 */
final class PackedCatalog implements Catalog, PackedParts {

  /** Table of the codes by their names and aliases in lower case. */
  static final String NAMES = "names";

  private final Map<String, PackedTable> tables = new ConcurrentHashMap<>();
  private final Map<String, Texts> texts = new ConcurrentHashMap<>();
  private final Lazy<List<Cause>> causes = new Lazy<>(() -> all("causes", Packing::cause));
  private final Lazy<List<ErrorCode>> codes = new Lazy<>(() -> all("codes", Packing::code));
  private final Lazy<List<LogSignature>> signatures =
      new Lazy<>(() -> all("signatures", Packing::signature));

  /** Tells whether the build packed the catalog; development tools may have skipped it. */
  static boolean isThere() {
    return PackedCatalog.class.getResource(FOLDER + NAMES) != null;
  }

  @Override
  public @Nullable ErrorCode code(String code) {
    PackedEntry name = table(NAMES).find(code.toLowerCase(Locale.ROOT));
    return name == null ? null : find("codes", name.whole(), Packing::code);
  }

  @Override
  public List<ErrorCode> codes() {
    return codes.get();
  }

  @Override
  public @Nullable Cause cause(String id) {
    return find("causes", id, Packing::cause);
  }

  @Override
  public List<Cause> causes() {
    return causes.get();
  }

  @Override
  public @Nullable Remediation remediation(String id) {
    return find("remediations", id, Packing::remediation);
  }

  @Override
  public List<Remediation> remediations() {
    return all("remediations", Packing::remediation);
  }

  @Override
  public List<LogSignature> signatures() {
    return signatures.get();
  }

  @Override
  public List<KnownDefect> defects() {
    return all("defects", Packing::defect);
  }

  @Override
  public List<Check> checks() {
    return all("checks", Packing::check);
  }

  @Override
  public List<NumericError> errors() {
    return all("errors", Packing::error);
  }

  @Override
  public List<PortalMessage> messages() {
    return all("messages", Packing::message);
  }

  @Override
  public byte @Nullable [] part(String name) {
    try (InputStream in = PackedCatalog.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Texts texts(Locale locale) {
    return texts.computeIfAbsent(Languages.tag(locale), this::textsOf);
  }

  private Texts textsOf(String tag) {
    PackedTable english = table("texts-" + Languages.ENGLISH);
    boolean known =
        !tag.equals(Languages.ENGLISH)
            && PackedCatalog.class.getResource(FOLDER + "texts-" + tag) != null;
    return known
        ? new PackedTexts(tag, table("texts-" + tag), english)
        : new PackedTexts(Languages.ENGLISH, english, english);
  }

  private <T> @Nullable T find(String kind, String id, Function<PackedEntry, T> reader) {
    PackedEntry entry = table(kind).find(id);
    return entry == null ? null : reader.apply(entry);
  }

  private <T> List<T> all(String kind, Function<PackedEntry, T> reader) {
    PackedTable table = table(kind);
    List<T> values = new ArrayList<>(table.size());
    table.forEach(entry -> values.add(reader.apply(entry)));
    return List.copyOf(values);
  }

  private PackedTable table(String name) {
    return tables.computeIfAbsent(name, this::read);
  }

  private PackedTable read(String name) {
    byte[] part = part(name);
    if (part == null) {
      throw new IllegalStateException(
          "the catalog was not packed: " + FOLDER + name + " is missing");
    }
    return new PackedTable(part);
  }

  /** Words that are looked up where they lie. */
  private record PackedTexts(String language, PackedTable words, PackedTable english)
      implements Texts {

    @Override
    public @Nullable String find(String id) {
      PackedEntry text = words.find(id);
      if (text == null) {
        text = english.find(id);
      }
      return text == null ? null : text.whole();
    }
  }
}
