package io.github.backupdiag.guest.internal.network;

import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.util.ArrayList;
import java.util.List;

/** Two tries of one address: the second is made only after the first was in vain. */
public final class Contacts {

  private Contacts() {}

  /**
   * Tells whether a second try makes sense.
   *
   * @param answers all answers
   * @param first the first try
   * @return true if it was made in vain
   */
  public static boolean failed(Answers answers, Question<?> first) {
    Object answer = Seen.value(answers, first);
    NetworkOutcome outcome =
        answer instanceof HttpAnswer http
            ? http.outcome()
            : answer instanceof TcpAnswer tcp ? tcp.outcome() : NetworkOutcome.ANSWERED;
    return outcome != NetworkOutcome.ANSWERED && outcome != NetworkOutcome.FORBIDDEN;
  }

  /**
   * Tells whether this process itself was kept from trying.
   *
   * @param answers all answers
   * @param tries the tries
   * @return true if the system forbade one of them
   */
  public static boolean forbidden(Answers answers, List<? extends Question<?>> tries) {
    return tries.stream()
        .map(question -> Seen.value(answers, question))
        .anyMatch(
            answer ->
                (answer instanceof HttpAnswer http && http.outcome() == NetworkOutcome.FORBIDDEN)
                    || (answer instanceof TcpAnswer tcp
                        && tcp.outcome() == NetworkOutcome.FORBIDDEN));
  }

  /**
   * Gives what the tries that were made say together.
   *
   * @param answers all answers
   * @param tries of one address
   * @return the contact
   */
  public static Contact contact(Answers answers, List<? extends Question<?>> tries) {
    List<Reach> reached = new ArrayList<>();
    int status = 0;
    for (Question<?> question : tries) {
      Object answer = Seen.value(answers, question);
      if (answer instanceof HttpAnswer http) {
        reached.add(reach(http.outcome(), http.isConnected()));
        status = Math.max(status, http.status());
      } else if (answer instanceof TcpAnswer tcp) {
        reached.add(reach(tcp.outcome(), false));
      }
    }
    return new Contact(Subject.of(tries.get(0)), reached, status);
  }

  private static Reach reach(NetworkOutcome outcome, boolean connected) {
    return switch (outcome) {
      case ANSWERED -> Reach.ANSWERED;
      case REFUSED -> Reach.REFUSED;
      case TIMED_OUT -> connected ? Reach.SILENT : Reach.TIMED_OUT;
      case UNREACHABLE, UNKNOWN_HOST -> Reach.UNREACHABLE;
      case FORBIDDEN, BROKEN -> Reach.BROKEN;
    };
  }
}
