package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.LogSignature;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All sources together, each kind of entry read and checked when it is first asked for. */
public final class LoadedCatalog implements Catalog {

  private final List<Documents> sources = new ArrayList<>();
  private final Lazy<Part<Remediation>> remediations = new Lazy<>(this::readRemediations);
  private final Lazy<Part<Cause>> causes = new Lazy<>(this::readCauses);
  private final Lazy<Part<ErrorCode>> codes = new Lazy<>(this::readCodes);
  private final Lazy<Map<String, ErrorCode>> codesByName = new Lazy<>(this::nameCodes);
  private final Lazy<Part<LogSignature>> signatures = new Lazy<>(this::readSignatures);
  private final Lazy<Part<PortalMessage>> messages = new Lazy<>(this::readMessages);
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

  /** Reads and checks every kind of entry now. */
  public void loadAll() {
    codes.get();
    signatures.get();
    messages.get();
  }

  @Override
  public @Nullable ErrorCode code(String code) {
    return codesByName.get().get(code.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<ErrorCode> codes() {
    return values(codes.get());
  }

  @Override
  public @Nullable Cause cause(String id) {
    return causes.get().find(id);
  }

  @Override
  public List<Cause> causes() {
    return values(causes.get());
  }

  @Override
  public @Nullable Remediation remediation(String id) {
    return remediations.get().find(id);
  }

  @Override
  public List<LogSignature> signatures() {
    return values(signatures.get());
  }

  @Override
  public List<PortalMessage> messages() {
    return values(messages.get());
  }

  @Override
  public Texts texts(Locale locale) {
    String tag = Languages.tag(locale);
    boolean known = sources.stream().anyMatch(source -> source.hasLanguage(tag));
    return textsOf(known ? tag : Languages.ENGLISH);
  }

  private Texts textsOf(String tag) {
    Texts english =
        texts.computeIfAbsent(
            Languages.ENGLISH, language -> new LoadedTexts(language, sources, null));
    return texts.computeIfAbsent(tag, language -> new LoadedTexts(language, sources, english));
  }

  private Part<Remediation> readRemediations() {
    Problems problems = new Problems();
    Part<Remediation> part = read("remediations", EntryReader::remediation, problems);
    References.checkRemediations(part, problems);
    problems.throwIfAny();
    return part;
  }

  private Part<Cause> readCauses() {
    Problems problems = new Problems();
    Part<Cause> part = read("causes", EntryReader::cause, problems);
    References.checkCauses(part, remediations.get(), problems);
    problems.throwIfAny();
    return part;
  }

  private Part<ErrorCode> readCodes() {
    Problems problems = new Problems();
    Part<ErrorCode> part = read("codes", EntryReader::code, problems);
    References.checkCodes(part, causes.get(), problems);
    problems.throwIfAny();
    return part;
  }

  private Part<LogSignature> readSignatures() {
    Problems problems = new Problems();
    Part<LogSignature> part = read("signatures", EntryReader::signature, problems);
    References.checkSignatures(part, causes.get(), problems);
    problems.throwIfAny();
    return part;
  }

  private Part<PortalMessage> readMessages() {
    Problems problems = new Problems();
    Part<PortalMessage> part = read("messages", EntryReader::message, problems);
    for (Entry<PortalMessage> message : part.entries()) {
      if (codes.get().find(message.value().code()) == null) {
        problems.unknown(
            message.place(), "code", message.value().code(), codes.get().byId().keySet());
      }
    }
    problems.throwIfAny();
    return part;
  }

  private <T> Part<T> read(String kind, EntryReader.Reader<T> reader, Problems problems) {
    Part<T> part = new Part<>();
    for (Documents source : sources) {
      try {
        Documents.Document document = source.entries(kind);
        if (document != null) {
          part.add(document.root(), document.file(), kind, reader, problems);
        }
      } catch (IOException e) {
        problems.unreadable(String.valueOf(e.getMessage()));
      }
    }
    return part;
  }

  private Map<String, ErrorCode> nameCodes() {
    Map<String, ErrorCode> named = new HashMap<>();
    codes().forEach(code -> code.aliases().forEach(alias -> named.put(lower(alias), code)));
    codes().forEach(code -> named.put(lower(code.code()), code));
    return named;
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> values(Part<T> part) {
    return part.entries().stream().map(Entry::value).toList();
  }

  /** A value made at its first use; a failure is thrown again at every use. */
  private static final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      T made = value;
      if (made == null) {
        made = maker.get();
        value = made;
      }
      return made;
    }
  }
}
