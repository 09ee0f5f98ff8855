package io.github.backupdiag.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Inputs of any size, each of a form that some reader might keep too much of, or walk too often.
 */
enum HugeInput {
  JOBS(
      "{\"value\":[",
      "{\"properties\":{\"status\":\"Failed\",\"entityFriendlyName\":\"vm1\",\"errorDetails\":"
          + "[{\"errorCode\":400093,\"errorString\":\"x\"}]}},",
      "{}]}"),
  JOBS_IN_A_MAIL(
      "",
      "The backup of my virtual machine failed again, please help, this is what it says:\n"
          + "{\"properties\":{\"status\":\"Failed\",\"entityFriendlyName\":\"vm1\",\"errorDetails\":"
          + "[{\"errorCode\":400093,\"errorString\":\"x\"}]}}\n",
      ""),
  GIANT_STRING("{\"error\":{\"code\":\"UserErrorX\",\"message\":\"", "backup failed ", "\"}}"),
  GIANT_ESCAPED_STRING("{\"message\":\"", "\\\"\\\\u0041\\n", "\"}"),
  DEEP_ARRAYS("", "[", ""),
  DEEP_OBJECTS("", "{\"a\":", ""),
  DENSE_JSON("[[{\"a\":1}", ",[],{}", "]"),
  ONE_LINE("", "the quick brown fox ", ""),
  ONE_WORD("", "a", ""),
  TINY_LINES("", "a\n", ""),
  EMPTY_LINES("", "\r", ""),
  ZEROS("", "\0", ""),
  BACKSLASHES("", "\\", ""),
  ENTITIES("", "&amp;lt;", ""),
  COMBINING_MARKS("a", "\u0301\u0323", ""),
  LIGATURES("", "\uFDFA", ""),
  AGENT_LOG(
      "",
      "2026-03-14T02:15:52.529104Z WARNING ExtHandler ExtHandler No space left on device\n",
      ""),
  EXTENSION_LOG(
      "",
      "2026-03-14 02:15:09.123456 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9220.0]"
          + " starting enable\n",
      ""),
  WINDOWS_LOG("", "[00000014] 2026-03-14T02:15:09.123Z [ERROR] It failed: 0x80070005\n", ""),
  EVENTS(
      "<Events>",
      "<Event xmlns='x'><System><Provider Name='VSS'/><EventID>8193</EventID></System>"
          + "<EventData><Data>0x80042308</Data></EventData></Event>\n",
      "</Events>"),
  OPEN_EVENTS("", "<Event xmlns='x'><System>", ""),
  EVENT_TEXT("", "Log Name: Application\nSource: VSS\nEvent ID: 8229\nLevel: Error\n", ""),
  WRITERS(
      "",
      "Writer name: 'System Writer'\n   Writer Id: {e8132975-6f93-4464-a53e-1050253ae220}\n"
          + "   State: [8] Failed\n   Last error: Timed out\n\n",
      ""),
  ERROR_NUMBERS("", "0x800423f4 -2147212529 0x8004230F VSS 8193\n", ""),
  ROWS("TimeGenerated,JobFailureCode_s,JobStatus_s\n", "2026-03-14,UserErrorX,Failed\n", ""),
  OPEN_ROW("TimeGenerated,JobFailureCode_s,JobStatus_s\n\"", "a,b\n", ""),
  TABLE("Name  Status\n----  ------\n", "vm1   Failed\n", ""),
  PROPERTIES("", "JobId : x\nStatus : Failed\nErrorDetails : {y}\n\n", ""),
  LABELS("", "Error code: x\nVM name: a\nError message: b\n", ""),
  CODES("", "UserErrorGuestAgentStatusUnavailable ExtensionSnapshotFailedNoNetwork\n", ""),
  UNKNOWN_CODES("", "UserErrorQqqqq1Failed ", ""),
  MESSAGES("", "Could not communicate with the VM agent for snapshot status.\n", ""),
  JAPANESE("", "スナップショットの状態について VM エージェントと通信できませんでした。\n", ""),
  SHIFT_JIS("", "バックアップ ジョブに失敗しました\n", "") {
    @Override
    Charset charset() {
      return Charset.forName("Shift_JIS");
    }
  },
  UTF_16("\uFEFF", "UserErrorGuestAgentStatusUnavailable\n", "") {
    @Override
    Charset charset() {
      return StandardCharsets.UTF_16LE;
    }
  },
  RANDOM_BYTES("", "", "") {
    @Override
    byte[] bytes(int size) {
      byte[] bytes = new byte[size];
      new Random(1).nextBytes(bytes);
      return bytes;
    }
  },
  BASE64("", "", "") {
    @Override
    byte[] bytes(int size) {
      byte[] bytes = RANDOM_BYTES.bytes(size);
      for (int i = 0; i < size; i++) {
        bytes[i] = (byte) LETTERS.charAt(bytes[i] & 63);
      }
      return bytes;
    }
  };

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final String head;
  private final String part;
  private final String tail;

  HugeInput(String head, String part, String tail) {
    this.head = head;
    this.part = part;
    this.tail = tail;
  }

  Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** Gives the input in that many bytes. */
  byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    byte[] end = tail.getBytes(charset());
    int at = put(head.getBytes(charset()), bytes, 0);
    byte[] middle = part.getBytes(charset());
    while (at < size - end.length) {
      at = put(middle, bytes, at);
    }
    put(end, bytes, size - end.length);
    return bytes;
  }

  private static int put(byte[] part, byte[] bytes, int at) {
    int length = Math.min(part.length, bytes.length - at);
    System.arraycopy(part, 0, bytes, at, length);
    return at + length;
  }
}
