package io.github.backupdiag.guestaccess;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an HTTP server answered. Immutable as long as nobody writes into {@link #body()}. */
public final class HttpAnswer {

  private final NetworkOutcome outcome;
  private final boolean connected;
  private final int status;
  private final @Nullable Instant date;
  private final @Nullable Instant received;
  private final byte[] body;
  private final boolean complete;
  private final String detail;

  private HttpAnswer(
      NetworkOutcome outcome,
      boolean connected,
      int status,
      @Nullable Instant date,
      @Nullable Instant received,
      byte[] body,
      boolean complete,
      String detail) {
    this.outcome = outcome;
    this.connected = connected;
    this.status = status;
    this.date = date;
    this.received = received;
    this.body = body;
    this.complete = complete;
    this.detail = detail;
  }

  /**
   * Makes an answer whose status line and headers came.
   *
   * @param status HTTP status
   * @param date the header {@code Date} (UTC), or null if there is none that can be read
   * @param received when the guest's own clock had the headers (UTC)
   * @param body the first bytes of the body as they were sent; not copied
   * @param complete false if a limit or the end of the time cut the body
   * @return the answer
   */
  public static HttpAnswer of(
      int status, @Nullable Instant date, Instant received, byte[] body, boolean complete) {
    return new HttpAnswer(
        NetworkOutcome.ANSWERED, true, status, date, received, body, complete, "");
  }

  /**
   * Makes a try that had no answer.
   *
   * @param outcome any but {@code ANSWERED}
   * @param connected whether the TCP connection had come about
   * @param detail words of the system, may be empty
   * @return the answer
   */
  public static HttpAnswer none(NetworkOutcome outcome, boolean connected, String detail) {
    if (outcome == NetworkOutcome.ANSWERED) {
      throw new IllegalArgumentException("a try without an answer was not answered");
    }
    return new HttpAnswer(outcome, connected, 0, null, null, new byte[0], false, detail);
  }

  /**
   * Gives how far it came.
   *
   * @return {@code ANSWERED} if status line and headers came
   */
  public NetworkOutcome outcome() {
    return outcome;
  }

  /**
   * Tells whether the TCP connection came about.
   *
   * @return true also if nothing came over it
   */
  public boolean isConnected() {
    return connected;
  }

  /**
   * Gives the HTTP status.
   *
   * @return from 100 to 999, or 0 if there was no answer
   */
  public int status() {
    return status;
  }

  /**
   * Gives the time by the server's clock.
   *
   * @return the header {@code Date} (UTC), or null if there is none that can be read
   */
  public @Nullable Instant date() {
    return date;
  }

  /**
   * Gives the time by the guest's clock at which the headers had come.
   *
   * @return UTC, or null if there was no answer
   */
  public @Nullable Instant received() {
    return received;
  }

  /**
   * Gives the first bytes of the body, as they were sent.
   *
   * @return may be empty; not a copy, treat as read-only
   */
  public byte[] body() {
    return body;
  }

  /**
   * Gives the first bytes of the body as text.
   *
   * @return bytes that are no UTF-8 become the replacement character
   */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * Tells whether the body is whole.
   *
   * @return false if a limit or the end of the time cut it
   */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Gives why there was no answer.
   *
   * @return words of the system, may be empty
   */
  public String detail() {
    return detail;
  }

  @Override
  public String toString() {
    return outcome == NetworkOutcome.ANSWERED ? "HTTP " + status : outcome + " " + detail;
  }
}
