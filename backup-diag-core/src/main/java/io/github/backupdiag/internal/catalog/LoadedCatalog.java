package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.CatalogSource;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All sources together, each kind of entry read and checked when it is first asked for. */
public final class LoadedCatalog implements Catalog {

  private final List<Documents> sources = new ArrayList<>();
  private final Lazy<Part<Remediation>> remediations =
      new Lazy<>(() -> checked(this::readRemediations));
  private final Lazy<List<Check>> checks =
      new Lazy<>(() -> checked(found -> read(Parts.empty().checks(), found).values()));
  private final Lazy<Part<Cause>> causes =
      new Lazy<>(() -> checked(found -> readCauses(remediations.get(), found)));
  private final Lazy<Part<ErrorCode>> codes =
      new Lazy<>(() -> checked(found -> readCodes(causes.get(), found)));
  private final Lazy<Map<String, ErrorCode>> codesByName = new Lazy<>(this::nameCodes);
  private final Lazy<Part<LogSignature>> signatures =
      new Lazy<>(() -> checked(found -> readSignatures(causes.get(), found)));
  private final Lazy<List<KnownDefect>> defects =
      new Lazy<>(
          () -> checked(found -> readDefects(causes.get(), signatures.get(), found).values()));
  private final Lazy<List<NumericError>> errors =
      new Lazy<>(() -> checked(found -> readErrors(causes.get(), codes.get(), found).values()));
  private final Lazy<List<PortalMessage>> messages =
      new Lazy<>(() -> checked(found -> readMessages(codes.get(), found).values()));
  private final Map<String, Texts> texts = new ConcurrentHashMap<>();

  private LoadedCatalog(List<CatalogSource> foreign, boolean builtIn) {
    if (builtIn) {
      sources.add(new BuiltInDocuments());
    }
    foreign.forEach(source -> sources.add(new ForeignDocuments(source)));
  }

  /**
   * Joins our catalog with those of third parties.
   *
   * @param foreign their sources, in the order in which they may replace entries
   * @return the catalog; nothing is read yet
   */
  public static LoadedCatalog with(List<CatalogSource> foreign) {
    return new LoadedCatalog(foreign, true);
  }

  /**
   * Gives our catalog, joined with those of third parties if there are any.
   *
   * @param foreign their sources, in the order in which they may replace entries
   * @return the catalog; ours alone is read entry by entry, joined ones are checked at once
   * @throws CatalogException if one of theirs is broken
   */
  public static Catalog joined(List<CatalogSource> foreign) {
    if (foreign.isEmpty() && PackedCatalog.isThere()) {
      return new PackedCatalog();
    }
    LoadedCatalog loaded = with(foreign);
    if (!foreign.isEmpty()) {
      loaded.loadAll();
    }
    return loaded;
  }

  /**
   * Joins catalogs without ours, to try a small one alone.
   *
   * @param sources all sources, in the order in which they may replace entries
   * @return the catalog; nothing is read yet
   */
  public static LoadedCatalog onlyOf(List<CatalogSource> sources) {
    return new LoadedCatalog(sources, false);
  }

  /**
   * Reads and checks every kind of entry now.
   *
   * @throws CatalogException with the problems of all kinds together
   */
  public void loadAll() {
    Problems problems = new Problems();
    Parts parts = Parts.empty();
    for (Documents source : sources) {
      parts.all().forEach(part -> read(source, part, problems));
      source.forget();
    }
    parts.check(problems);
    problems.throwIfAny();
    remediations.set(parts.remediations());
    causes.set(parts.causes());
    codes.set(parts.codes());
    signatures.set(parts.signatures());
    defects.set(parts.defects().values());
    checks.set(parts.checks().values());
    errors.set(parts.errors().values());
    messages.set(parts.messages().values());
  }

  @Override
  public @Nullable ErrorCode code(String code) {
    return codesByName.get().get(code.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<ErrorCode> codes() {
    return codes.get().values();
  }

  @Override
  public @Nullable Cause cause(String id) {
    return causes.get().find(id);
  }

  @Override
  public List<Cause> causes() {
    return causes.get().values();
  }

  @Override
  public @Nullable Remediation remediation(String id) {
    return remediations.get().find(id);
  }

  @Override
  public List<Remediation> remediations() {
    return remediations.get().values();
  }

  @Override
  public List<LogSignature> signatures() {
    return signatures.get().values();
  }

  @Override
  public List<KnownDefect> defects() {
    return defects.get();
  }

  @Override
  public List<Check> checks() {
    return checks.get();
  }

  @Override
  public List<NumericError> errors() {
    return errors.get();
  }

  @Override
  public List<PortalMessage> messages() {
    return messages.get();
  }

  @Override
  public Texts texts(Locale locale) {
    String tag = Languages.tag(locale);
    Texts known = texts.get(tag);
    if (known == null) {
      known = textsOf(tag);
      texts.put(tag, known);
    }
    return known;
  }

  private Texts textsOf(String tag) {
    Texts english =
        texts.computeIfAbsent(
            Languages.ENGLISH, language -> new LoadedTexts(language, sources, null));
    for (Documents source : sources) {
      if (!tag.equals(Languages.ENGLISH) && source.hasLanguage(tag)) {
        return new LoadedTexts(tag, sources, english);
      }
    }
    return english;
  }

  /** Reads one kind of entry, when it is first asked for, and refuses what is wrong with it. */
  private static <T> T checked(Function<Problems, T> reader) {
    Problems problems = new Problems();
    T part = reader.apply(problems);
    problems.throwIfAny();
    return part;
  }

  private Part<Remediation> readRemediations(Problems problems) {
    Part<Remediation> part = read(Parts.empty().remediations(), problems);
    References.checkRemediations(part, problems);
    return part;
  }

  private Part<Cause> readCauses(Part<Remediation> known, Problems problems) {
    Part<Cause> part = read(Parts.empty().causes(), problems);
    References.checkCauses(part, known, problems);
    return part;
  }

  private Part<ErrorCode> readCodes(Part<Cause> known, Problems problems) {
    Part<ErrorCode> part = read(Parts.empty().codes(), problems);
    References.checkCodes(part, known, problems);
    return part;
  }

  private Part<LogSignature> readSignatures(Part<Cause> known, Problems problems) {
    Part<LogSignature> part = read(Parts.empty().signatures(), problems);
    References.checkSignatures(part, known, problems);
    return part;
  }

  private Part<KnownDefect> readDefects(
      Part<Cause> known, Part<LogSignature> lines, Problems problems) {
    Part<KnownDefect> part = read(Parts.empty().defects(), problems);
    References.checkDefects(part, known, lines, problems);
    return part;
  }

  private Part<NumericError> readErrors(
      Part<Cause> known, Part<ErrorCode> names, Problems problems) {
    Part<NumericError> part = read(Parts.empty().errors(), problems);
    References.checkErrors(part, known, names, problems);
    return part;
  }

  private Part<PortalMessage> readMessages(Part<ErrorCode> known, Problems problems) {
    Part<PortalMessage> part = read(Parts.empty().messages(), problems);
    References.checkMessages(part, known, problems);
    return part;
  }

  private <T> Part<T> read(Part<T> part, Problems problems) {
    sources.forEach(source -> read(source, part, problems));
    return part;
  }

  private static void read(Documents source, Part<?> part, Problems problems) {
    try {
      Documents.Document document = source.entries(part.kind());
      if (document != null) {
        Header.check(document, problems);
        part.add(document, problems);
      }
    } catch (IOException e) {
      problems.unreadable(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, ErrorCode> nameCodes() {
    Map<String, ErrorCode> named = new HashMap<>(4 * codes().size());
    codes().forEach(code -> code.aliases().forEach(alias -> named.put(lower(alias), code)));
    codes().forEach(code -> named.put(lower(code.code()), code));
    return named;
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
