package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import org.junit.jupiter.api.Test;

class ComputeListTest {

  private static final String VM = PayloadSamples.text("powershell-vm.txt");
  private static final String EXTENSION = PayloadSamples.text("powershell-extension.txt");

  private static InstanceView view(String text) {
    return Payloads.read(text).facts().value(AzureVmFacts.INSTANCE_VIEW);
  }

  @Test
  void readsTheStatusOfAVmAsPowerShellPrintsIt() {
    InstanceView view = view(VM);

    assertThat(view.vm()).isEqualTo("vm-app-01");
    assertThat(view.powerState()).isEqualTo("running");
    assertThat(view.provisioning()).isEqualTo("succeeded");
    assertThat(view.agent().report()).isEqualTo(AgentView.Report.NOT_YET_REPORTED);
    ExtensionView extension = view.extensions().get(0);
    assertThat(extension.isOfBackup()).isTrue();
    assertThat(extension.isFailed()).isTrue();
    assertThat(extension.statuses().get(0).message())
        .isEqualTo("Non-zero exit code: 126, /var/lib/waagent/x\n[stdout]\nOSError");
  }

  @Test
  void aTimeWithoutAZoneIsNone() {
    assertThat(view(VM).agent().statuses().get(0).at()).isNull();
  }

  @Test
  void theWordsAboutAFailureKeepTheirLine() {
    Payload payload = Payloads.read(VM);

    assertThat(payload.kind()).isEqualTo(Kind.INSTANCE_VIEW);
    assertThat(payload.incidents()).isEmpty();
    assertThat(payload.passages())
        .filteredOn(passage -> passage.role() == Role.DETAIL)
        .singleElement()
        .satisfies(passage -> assertThat(passage.line()).isEqualTo(20));
  }

  @Test
  void proseAroundTheListStaysProse() {
    Payload payload = Payloads.read("It says:\n\n" + VM + "\nUserErrorX came back.\n");

    assertThat(payload.facts().contains(AzureVmFacts.INSTANCE_VIEW)).isTrue();
    assertThat(payload.passages())
        .filteredOn(passage -> passage.role() == Role.FREE)
        .extracting(Passage::text)
        .containsSubsequence("It says:", "UserErrorX came back.");
  }

  @Test
  void twoMachinesAreNoFact() {
    Payload two = Payloads.read(VM + "\n" + VM.replace("vm-app-01", "vm-app-02"));

    assertThat(two.facts().ids()).isEmpty();
    assertThat(two.problems()).singleElement().asString().contains("2 instance views");
  }

  @Test
  void readsAnExtensionAsPowerShellPrintsIt() {
    ExtensionView extension = view(EXTENSION).extensions().get(0);

    assertThat(extension.name()).isEqualTo("VMSnapshotLinux");
    assertThat(extension.type()).isEqualTo("Microsoft.Azure.RecoveryServices.VMSnapshotLinux");
    assertThat(extension.provisioningState()).isEqualTo("Failed");
  }

  @Test
  void theSettingsOfAnExtensionAreNotRead() {
    Payload payload = Payloads.read(EXTENSION.replace("{}", "{ \"user\": \"somebody\" }"));

    assertThat(payload.passages()).noneMatch(passage -> passage.text().contains("somebody"));
  }

  @Test
  void readsExtensionsInATable() {
    InstanceView view =
        view(
            """
            Name             ProvisioningState    Publisher                         Version    AutoUpgradeMinorVersion
            ---------------  -------------------  --------------------------------  ---------  -------------------------
            VMSnapshotLinux  Failed               Microsoft.Azure.RecoveryServices  1.0        True
            AMA              Succeeded            Microsoft.Azure.Monitor           1.33       True
            """);

    assertThat(view.extensions()).extracting(ExtensionView::isFailed).containsExactly(true, false);
    assertThat(view.extensions().get(0).isOfBackup()).isTrue();
  }

  @Test
  void readsThePowerStateOfAVmInATableAndInItsDetails() {
    String table =
        """
        Name       ResourceGroup    PowerState      PublicIps    Location
        ---------  ---------------  --------------  -----------  ------------
        vm-app-01  RG-APP           VM deallocated               koreacentral
        """;

    assertThat(view(table).powerState()).isEqualTo("deallocated");
    assertThat(view(table).vm()).isEqualTo("vm-app-01");
    assertThat(
            view("{\"name\": \"v\", \"resourceGroup\": \"g\", \"powerState\": \"VM stopped\","
                    + " \"provisioningState\": \"Succeeded\"}")
                .powerState())
        .isEqualTo("stopped");
    assertThat(view("{\"powerState\": \"VM stopped\"}")).isNull();
  }

  @Test
  void readsStatusesThatAQueryLeftAlone() {
    InstanceView view =
        view(
            """
            [{"code": "ProvisioningState/succeeded", "level": "Info", "displayStatus": "x"},
             {"code": "PowerState/deallocated", "level": "Info", "displayStatus": "y"}]
            """);

    assertThat(view.powerState()).isEqualTo("deallocated");
    assertThat(view("{\"statuses\": [{\"code\": \"PowerState/running\"}]}").powerState())
        .isEqualTo("running");
  }

  @Test
  void namesOfEverydayAreNoList() {
    Payload payload = Payloads.read("Name : vm-1\nStatus : failed\nExtensions : none\n");

    assertThat(payload.kind()).isEqualTo(Kind.TEXT);
  }
}
