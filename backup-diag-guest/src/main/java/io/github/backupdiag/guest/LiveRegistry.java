package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.PrivateFiles;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ConsoleText;
import io.github.backupdiag.internal.parse.RegQuery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry of the running machine, read with {@code reg.exe query}. That program ends with 1
 * both for a key that is not there and for one that may not be read, and says which in the language
 * of the system; so the listing of the key above decides.
 */
final class LiveRegistry {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_BYTES = 4 << 20;
  private static final String CODE_PAGES =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage";

  private final CommandRunner commands;
  private @Nullable Charset console;

  LiveRegistry(CommandRunner commands) {
    this.commands = commands;
  }

  Observation<RegistryKey> answer(Question.Registry asked)
      throws IOException, InterruptedException {
    String key = asked.key();
    if (!key.startsWith("HK")) {
      throw UnreadableException.failed("not the full name of a registry key: " + key);
    }
    if (PrivateFiles.isKey(asked.key())) {
      throw UnreadableException.refused(PrivateFiles.refusal(asked.key()));
    }
    Observation<CommandOutput> answer = run(key, asked.depth() > 0);
    if (!(answer instanceof Observed<CommandOutput> seen)) {
      return otherwise(answer, key);
    }
    RegistryKey found = parse(seen.value(), asked);
    return found == null ? unseen(seen.value(), key) : new Observed<>(found, key, null);
  }

  private @Nullable RegistryKey parse(CommandOutput output, Question.Registry asked)
      throws IOException, InterruptedException {
    String text = text(output);
    boolean whole = output.isComplete() && output.exitStatus() == 0;
    String lines = output.isComplete() ? text : text.substring(0, text.lastIndexOf('\n') + 1);
    return RegQuery.parse(lines, asked.key(), asked.depth(), asked.maxValues(), whole);
  }

  /** Nothing was shown of a key: it is empty, not there, or may not be read. */
  private Observation<RegistryKey> unseen(CommandOutput output, String key)
      throws IOException, InterruptedException {
    String above = key;
    while (above.contains("\\")) {
      String name = above.substring(above.lastIndexOf('\\') + 1);
      above = above.substring(0, above.lastIndexOf('\\'));
      Observation<CommandOutput> answer = run(above, false);
      if (!(answer instanceof Observed<CommandOutput> seen) || !seen.value().isComplete()) {
        return otherwise(answer, key);
      }
      RegistryKey listed = RegQuery.parse(text(seen.value()), above, 1, Integer.MAX_VALUE, true);
      if (listed != null && listed.key(name).isPresent()) {
        boolean own = key.equals(above + "\\" + name);
        return own && output.exitStatus() == 0
            ? new Observed<>(new RegistryKey(name, List.of(), List.of(), true), key, null)
            : new Unavailable<>(UnavailableReason.NOT_PERMITTED, key);
      }
      if (listed != null) {
        return new Absent<>(key);
      }
    }
    return new Unavailable<>(UnavailableReason.FAILED, "reg.exe shows nothing of " + key);
  }

  private static Observation<RegistryKey> otherwise(Observation<CommandOutput> answer, String key) {
    if (answer instanceof Unavailable<CommandOutput> why) {
      return new Unavailable<>(why.reason(), why.detail());
    }
    return new Unavailable<>(
        UnavailableReason.FAILED,
        answer instanceof Absent<CommandOutput>
            ? "reg.exe was not found"
            : "reg.exe shows too much for " + key);
  }

  private Observation<CommandOutput> run(String key, boolean deep)
      throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of("reg.exe", "query", key));
    if (deep) {
      argv.add("/s");
    }
    argv.add("/reg:64");
    return commands.run(new Question.Command(argv, TIMEOUT), MAX_BYTES);
  }

  /** The code page of the console is asked for only where the text needs it. */
  private String text(CommandOutput output) throws IOException, InterruptedException {
    return ConsoleText.isPlain(output.out())
        ? new String(output.out(), StandardCharsets.ISO_8859_1)
        : ConsoleText.decode(output.out(), console());
  }

  private synchronized Charset console() throws IOException, InterruptedException {
    Charset known = console;
    if (known == null) {
      known = StandardCharsets.UTF_8;
      if (run(CODE_PAGES, false) instanceof Observed<CommandOutput> seen) {
        String shown = new String(seen.value().out(), StandardCharsets.ISO_8859_1);
        RegistryKey pages = RegQuery.parse(shown, CODE_PAGES, 0, Integer.MAX_VALUE, true);
        known = pages == null ? known : ConsoleText.charset(pages);
      }
      console = known;
    }
    return known;
  }
}
