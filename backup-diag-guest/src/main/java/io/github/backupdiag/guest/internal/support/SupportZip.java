package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a bundle: the same guest gives the same bytes, but for the time in the manifest. */
public final class SupportZip {

  static final String FACTS = "facts.json";
  static final String README = "README.txt";

  /** The first time that the format knows. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String TEXT =
      """
      This is a support bundle of backup-diag: what it looked at in one virtual machine in order to
      tell why its backup fails. Nothing in it came from anywhere else.

      backup-diag-bundle.json  what was taken, what was left out and why, how many secrets were
                               replaced, and a SHA-256 sum for each file
      facts.json               what backup-diag made of it; 'backup-diag judge' reads it, too
      guest/                   files of the machine, or the parts of them that were looked at
      answers/                 what commands, folders, the registry and the network answered

      Passwords, keys, tokens and signatures were replaced by marks such as [redacted:sas:1]; in the
      files the same number stands for the same secret. Files with keys or certificates were not
      taken, nor their names. Names of machines, users and addresses are still in it: look through
      it before you hand it on.

      To see the report:  backup-diag diagnose --bundle THIS-FILE.zip
      """;

  private SupportZip() {}

  /**
   * Writes a bundle.
   *
   * @param facts what was gathered, redacted
   * @param kept what the guest answered, or null if there was none
   * @param out where to; not closed
   */
  public static void write(FactSet facts, @Nullable Kept kept, Origin origin, OutputStream out)
      throws IOException {
    ByteArrayOutputStream recording = new ByteArrayOutputStream();
    FactSetJson.write(facts, recording);
    byte[] factBytes = recording.toByteArray();
    Contents contents = Contents.of(kept == null ? new Kept() : kept, new Redaction());
    String manifest = ManifestText.of(origin, factBytes, contents.members(), contents.leftOut());
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put(Manifest.ENTRY, manifest.getBytes(StandardCharsets.UTF_8), zip);
    put(FACTS, factBytes, zip);
    put(README, TEXT.getBytes(StandardCharsets.UTF_8), zip);
    for (Member member : contents.members()) {
      put(member.entry(), member.content(), zip);
    }
    zip.finish();
  }

  private static void put(String name, byte[] content, ZipOutputStream zip) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
