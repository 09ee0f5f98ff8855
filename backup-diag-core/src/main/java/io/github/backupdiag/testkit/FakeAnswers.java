package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers questions from scripted files, registry keys, commands and file systems. */
final class FakeAnswers {

  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");

  private final FakeFiles files;
  private final FakeRegistry registry;
  private final Nature nature;
  private final Map<List<String>, CommandOutput> commands = new HashMap<>();
  private final Map<String, Object> addresses = new HashMap<>();
  private final TreeMap<String, SpaceLeft> spaces = new TreeMap<>();

  FakeAnswers(FakeFiles files, FakeRegistry registry, Nature nature) {
    this.files = files;
    this.registry = registry;
    this.nature = nature;
  }

  void putCommand(List<String> argv, CommandOutput output) {
    commands.put(List.copyOf(argv), output);
  }

  void putTcp(String host, int port, TcpAnswer answer) {
    addresses.put("tcp://" + host + ":" + port, answer);
  }

  void putHttp(String url, HttpAnswer answer) {
    addresses.put(url, answer);
  }

  void putSpace(String path, SpaceLeft space) {
    spaces.put(FakeFiles.absolute(path), space);
  }

  /** What a question is about: a path, a glob, a command. */
  static String subject(Question<?> question) {
    if (question instanceof Question.File file) {
      return file.path();
    } else if (question instanceof Question.Files some) {
      return some.glob();
    } else if (question instanceof Question.Newest newest) {
      return newest.glob();
    } else if (question instanceof Question.Listing listing) {
      return listing.glob();
    } else if (question instanceof Question.Stat stat) {
      return stat.path();
    } else if (question instanceof Question.Space space) {
      return space.path();
    } else if (question instanceof Question.Command command) {
      return String.join(" ", command.argv());
    } else if (question instanceof Question.Tcp tcp) {
      return "tcp://" + tcp.host() + ":" + tcp.port();
    } else if (question instanceof Question.Http http) {
      return http.url();
    } else if (question instanceof Question.Registry registry) {
      return registry.key();
    }
    return question.toString();
  }

  Observation<?> to(Question<?> question) {
    String subject = subject(question);
    if (question instanceof Question.Tcp || question instanceof Question.Http) {
      return network(question, subject);
    }
    if (question instanceof Question.Registry asked) {
      return registry.to(asked, nature);
    }
    if (!(question instanceof Question.Command) && !FakeFiles.isAbsolute(subject)) {
      return new Unavailable<>(UnavailableReason.FAILED, "'" + subject + "' is no absolute path");
    }
    if (question instanceof Question.File file) {
      return file(file);
    } else if (question instanceof Question.Files some) {
      return some(some);
    } else if (question instanceof Question.Newest newest) {
      return newest(newest);
    } else if (question instanceof Question.Listing listing) {
      return listing(listing);
    } else if (question instanceof Question.Stat stat) {
      return stat(stat.path());
    } else if (question instanceof Question.Space space) {
      return space(space.path());
    } else if (question instanceof Question.Command command) {
      return command(command.argv());
    }
    return new Absent<>(subject);
  }

  private Observation<?> file(Question.File question) {
    String path = question.path();
    Observation<?> refusal = files.refusal(path);
    if (refusal != null) {
      return refusal;
    }
    FakeFiles.Node node = files.follow(path);
    if (node == null) {
      return notThere(path);
    }
    if (node.entry().type() != PathEntry.Type.FILE) {
      return new Unavailable<>(UnavailableReason.FAILED, path + " is not a regular file");
    }
    int length = Math.min(node.bytes().length, question.maxBytes());
    int start = question.part() == Question.Part.TAIL ? node.bytes().length - length : 0;
    return new Observed<>(content(path, node, start, length), path, null);
  }

  private static FileContent content(String path, FakeFiles.Node node, int start, int length) {
    byte[] part = Arrays.copyOfRange(node.bytes(), start, start + length);
    return new FileContent(path, part, start, node.bytes().length, node.entry().modified());
  }

  private static FileContent head(FakeFiles.Node node, int maxBytes) {
    return content(node.entry().path(), node, 0, Math.min(node.bytes().length, maxBytes));
  }

  private Observation<?> some(Question.Files question) {
    List<FakeFiles.Node> all = filesMatching(question.glob());
    List<FileContent> read =
        all.stream()
            .filter(node -> files.refusal(node.entry().path()) == null)
            .limit(question.maxFiles())
            .map(node -> head(node, question.maxBytes()))
            .toList();
    return several(
        question.glob(), all, read.size(), new FileContents(read, read.size() == all.size()));
  }

  private Observation<?> newest(Question.Newest question) {
    FakeFiles.Node newest =
        filesMatching(question.glob()).stream()
            .max(
                Comparator.comparing(FakeAnswers::number)
                    .thenComparing(node -> node.entry().path()))
            .orElse(null);
    if (newest == null) {
      return nothing(question.glob());
    }
    String path = newest.entry().path();
    Observation<?> refusal = files.refusal(path);
    return refusal != null
        ? refusal
        : new Observed<>(head(newest, question.maxBytes()), path, null);
  }

  private static BigInteger number(FakeFiles.Node node) {
    String path = node.entry().path();
    Matcher number = LAST_NUMBER.matcher(path.substring(path.lastIndexOf('/') + 1));
    return number.find() ? new BigInteger(number.group(1)) : BigInteger.ONE.negate();
  }

  private Observation<?> listing(Question.Listing question) {
    List<FakeFiles.Node> all = files.matching(question.glob());
    List<PathEntry> listed =
        all.stream()
            .map(FakeFiles.Node::entry)
            .filter(entry -> files.refusal(entry.path()) == null)
            .limit(question.maxEntries())
            .toList();
    return several(
        question.glob(), all, listed.size(), new PathEntries(listed, listed.size() == all.size()));
  }

  /** Regular files and links to such, under the paths that match. */
  private List<FakeFiles.Node> filesMatching(String glob) {
    List<FakeFiles.Node> found = new ArrayList<>();
    for (FakeFiles.Node node : files.matching(glob)) {
      FakeFiles.Node followed = files.follow(node.entry().path());
      if (followed != null && followed.entry().type() == PathEntry.Type.FILE) {
        found.add(new FakeFiles.Node(node.entry(), followed.content()));
      }
    }
    return found;
  }

  private Observation<?> several(String glob, List<FakeFiles.Node> all, int left, Object answer) {
    if (left > 0) {
      return new Observed<>(answer, glob, null);
    }
    return all.isEmpty()
        ? nothing(glob)
        : Objects.requireNonNull(files.refusal(all.get(0).entry().path()));
  }

  private Observation<?> nothing(String glob) {
    Observation<?> refusal = files.refusal(FakeFiles.fixedFolder(glob));
    return refusal == null ? notThere(glob) : refusal;
  }

  /** That a copy lacks what only a running system has proves nothing. */
  private Observation<?> notThere(String glob) {
    return nature == Nature.COPY && files.isRunningState(glob)
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, glob)
        : new Absent<>(glob);
  }

  private Observation<?> stat(String path) {
    Observation<?> refusal = files.refusal(path);
    if (refusal != null) {
      return refusal;
    }
    FakeFiles.Node node = files.find(path);
    return node == null ? notThere(path) : new Observed<>(node.entry(), path, null);
  }

  private Observation<?> space(String path) {
    Observation<?> refusal = files.refusal(path);
    return refusal != null ? refusal : running(spaceAbove(path), path);
  }

  private @Nullable SpaceLeft spaceAbove(String path) {
    for (String at = path; ; at = FakeFiles.folderOf(at)) {
      SpaceLeft space = spaces.get(at);
      if (space != null || at.equals(FakeFiles.folderOf(at))) {
        return space;
      }
    }
  }

  private Observation<?> command(List<String> argv) {
    return running(commands.get(argv), String.join(" ", argv));
  }

  /** What no script opened refuses every connection. */
  private Observation<?> network(Question<?> question, String address) {
    if (nature == Nature.COPY) {
      return new Unavailable<>(UnavailableReason.NOT_RECORDED, address);
    }
    Object scripted = addresses.get(address);
    if (scripted == null) {
      scripted =
          question instanceof Question.Http
              ? HttpAnswer.none(NetworkOutcome.REFUSED, false, "Connection refused")
              : new TcpAnswer(NetworkOutcome.REFUSED, "Connection refused");
    }
    return new Observed<>(scripted, address, null);
  }

  private Observation<?> running(@Nullable Object scripted, String subject) {
    if (scripted != null) {
      return new Observed<>(scripted, subject, null);
    }
    return nature == Nature.COPY
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, subject)
        : new Absent<>(subject);
  }
}
