package io.github.backupdiag.fact.azure;

import io.github.backupdiag.fact.FactKey;

/**
 * Facts that Azure tells of a VM from outside. They hold for the moment when somebody asked, which
 * may be long after the backup failed.
 */
public final class AzureVmFacts {

  /** The instance view of the VM that failed. */
  public static final FactKey<InstanceView> INSTANCE_VIEW =
      FactKey.record("azure.vm.instance-view", InstanceView.class);

  private AzureVmFacts() {}
}
