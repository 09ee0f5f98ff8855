package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AccessDenial;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditLogTest {

  private static final String DENIAL =
      "type=AVC msg=audit(1773454667.104:211): avc:  denied  { execute } for  pid=2113"
          + " comm=\"handle.sh\" path=\"/var/lib/waagent/x/main/handle.sh\" dev=\"sda1\" ino=9"
          + " scontext=system_u:system_r:waagent_t:s0 tclass=file permissive=0\n";

  @Test
  void readsADenial() {
    assertThat(read("type=USER_AUTH msg=audit(1773454660.000:1): x\n" + DENIAL))
        .singleElement()
        .satisfies(
            denial -> {
              assertThat(denial.line()).isEqualTo(2);
              assertThat(denial.time()).isEqualTo(Instant.parse("2026-03-14T02:17:47.104Z"));
              assertThat(denial.permission()).isEqualTo("execute");
              assertThat(denial.command()).isEqualTo("handle.sh");
              assertThat(denial.object()).isEqualTo("/var/lib/waagent/x/main/handle.sh");
              assertThat(denial.onAgentFiles()).isTrue();
              assertThat(denial.refused()).isTrue();
            });
  }

  @Test
  void tellsADenialThatDeniedNothing() {
    assertThat(read(DENIAL.replace("permissive=0", "permissive=1")).get(0).refused()).isFalse();
    assertThat(read(DENIAL.replace(" permissive=0", "")).get(0).refused()).isNull();
  }

  @Test
  void leavesDenialsOfOthersOut() {
    assertThat(
            read(
                """
                type=AVC msg=audit(1773454667.104:9): avc:  denied  { read } for  pid=7 comm="httpd" name="x" scontext=u:r:httpd_t:s0 permissive=0
                type=SYSCALL msg=audit(1773454667.104:9): comm="httpd" exe="/usr/sbin/httpd"
                """))
        .isEmpty();
  }

  @Test
  void takesProgramAndObjectFromTheOtherRecordsOfTheEvent() {
    List<AccessDenial> denials =
        read(
            """
            type=AVC msg=audit(1773454667.104:9): avc:  denied  { write } for  pid=7 comm="python3" name="status" permissive=0
            type=SYSCALL msg=audit(1773454667.104:9): comm="python3" exe="/usr/bin/python3.9"
            type=PATH msg=audit(1773454667.104:9): item=0 name="/var/lib/waagent/x/status" inode=1
            type=AVC msg=audit(1773454667.104:10): avc:  denied  { getattr } for  pid=7 comm="python3" path="/proc/kcore" permissive=0
            type=SYSCALL msg=audit(1773454667.104:10): comm="python3" exe="/usr/sbin/waagent"
            """);
    assertThat(denials).extracting(AccessDenial::onAgentFiles).containsExactly(true, false);
  }

  @Test
  void readsKernelLinesInASystemLog() {
    assertThat(
            read(
                "Mar 14 02:17:53 vm kernel: [ 8421.1] audit: type=1400 audit(1773454667.104:211):"
                    + " avc:  denied  { execute } for  pid=2 comm=\"safefreeze\""
                    + " path=\"/var/lib/waagent/x\" permissive=0\n"))
        .hasSize(1);
  }

  @Test
  void countsNoLinesWhenOnlyTheEndWasRead() {
    byte[] bytes = ("cut\n" + DENIAL).getBytes(StandardCharsets.UTF_8);
    assertThat(AuditLog.parse(new FileContent("/a", bytes, 9, 9 + bytes.length, null)))
        .singleElement()
        .satisfies(denial -> assertThat(denial.line()).isZero());
  }

  private static List<AccessDenial> read(String text) {
    return AuditLog.parse(FileContent.of("/var/log/audit/audit.log", text));
  }
}
