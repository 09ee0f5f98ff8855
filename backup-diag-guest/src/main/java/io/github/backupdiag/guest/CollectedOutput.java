package io.github.backupdiag.guest;

/** What a program or a network tool printed, or a registry key held, and how the look ended. */
final class CollectedOutput {

  private final String head;
  private final byte[] bytes;

  CollectedOutput(String head, byte[] bytes) {
    this.head = head;
    this.bytes = bytes;
  }

  /** The words of the record before its subject. */
  String head() {
    return head;
  }

  byte[] bytes() {
    return bytes;
  }
}
