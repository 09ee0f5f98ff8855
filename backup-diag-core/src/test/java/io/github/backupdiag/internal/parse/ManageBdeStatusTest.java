package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.BitLockerVolume;
import io.github.backupdiag.fact.guest.BitLockerVolume.State;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManageBdeStatusTest {

  private static final String BANNER =
      """
      BitLocker Drive Encryption: Configuration Tool version 10.0.20348
      Copyright (C) 2013 Microsoft Corporation. All rights reserved.

      Disk volumes that can be protected with
      BitLocker Drive Encryption:
      """;

  private static final String OPEN =
      """
      Volume C: [Windows]
      [OS Volume]

          Size:                 126.45 GB
          BitLocker Version:    None
          Conversion Status:    Fully Decrypted
          Percentage Encrypted: 0.0%
          Encryption Method:    None
          Protection Status:    Protection Off
          Lock Status:          Unlocked
          Identification Field: None
          Key Protectors:       None Found

      """;

  private static final String LOCKED =
      """
      Volume F: [Label Unknown]
      [Data Volume]

          Size:                 Unknown GB
          BitLocker Version:    2.0
          Conversion Status:    Unknown
          Percentage Encrypted: Unknown%
          Encryption Method:    XTS-AES 128
          Protection Status:    Unknown
          Lock Status:          Locked
          Identification Field: Unknown
          Automatic Unlock:     Disabled
          Key Protectors:
              External Key

      """;

  @Test
  void knowsALockedVolumeByWhatIsNotTold() {
    assertThat(ManageBdeStatus.parse(BANNER + OPEN + LOCKED))
        .containsExactly(
            new BitLockerVolume("C:", State.OPEN, 6), new BitLockerVolume("F:", State.LOCKED, 19));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Volume "E:" [Bezeichnung unbekannt]
        [Datenvolume]

          Größe:                        Unbekannt GB
          BitLocker-Version:            2.0
          Konvertierungsstatus:         Unbekannt
          Verschlüsselt (Prozent):      Unbekannt %
          Verschlüsselungsmethode:      XTS-AES 256
          Schutzstatus:                 Unbekannt
          Sperrungsstatus:              Gesperrt
        """,
        """
        Volume E: [Étiquette inconnue]
        [Volume de données]

            Taille :                   Inconnu Go
            Version de BitLocker :     2.0
            État de la conversion :    Inconnu
            Pourcentage chiffré :      Inconnu%
            Méthode de chiffrement :   XTS-AES 256
            État du verrouillage :     Verrouillé
        """,
        """
        ボリューム E: [ラベル不明]
        [データ ボリューム]

            サイズ:                  不明 GB
            BitLocker のバージョン:  2.0
            変換状態:                不明
            暗号化された割合:        不明%
            暗号化の方法:            XTS-AES 256
            ロック状態:              ロック
        """
      })
  void doesNotReadTheWordsOfALanguage(String text) {
    assertThat(ManageBdeStatus.parse(text))
        .containsExactly(new BitLockerVolume("E:", State.LOCKED, 1));
  }

  /** As on a disk that a cluster product mirrors: the size is unknown, yet it is unlocked. */
  @Test
  void doesNotTakeAnUnknownSizeForALock() {
    assertThat(
            ManageBdeStatus.parse(
                """
                Volume M: []
                [Data Volume]

                    Size:                 Unknown GB
                    BitLocker Version:    2.0
                    Conversion Status:    Used Space Only Encrypted
                    Percentage Encrypted: 100.0%
                    Lock Status:          Unlocked
                """))
        .containsExactly(new BitLockerVolume("M:", State.OPEN, 1));
  }

  @Test
  void readsGermanNumbersAndVolumesWithoutLetter() {
    assertThat(
            ManageBdeStatus.parse(
                """
                Volume "C:" []
                [Betriebssystemvolume]

                  Größe:                        49,36 GB
                  BitLocker-Version:            Kein
                  Verschlüsselt (Prozent):      0,0 %
                  Sperrungsstatus:              Entsperrt

                Volume \\\\?\\Volume{0A1B2C3D-0000-0000-0000-100000000000}\\ [Data]
                    BitLocker Version:    2.0
                    Percentage Encrypted: Unknown%
                """))
        .containsExactly(
            new BitLockerVolume("C:", State.OPEN, 1),
            new BitLockerVolume("0a1b2c3d-0000-0000-0000-100000000000", State.LOCKED, 9));
  }

  @Test
  void leavesOpenWhatIsCutOrNotProtected() {
    assertThat(
            ManageBdeStatus.parse(
                """
                Volume G: []
                    Size:  Unknown GB
                Volume H: []
                    BitLocker Version:  None
                    Encrypted: Unknown%
                """))
        .extracting(BitLockerVolume::state)
        .containsExactly(State.UNKNOWN, State.UNKNOWN);
    assertThat(ManageBdeStatus.parse(BANNER)).isEmpty();
  }

  @Property(tries = 300)
  void survivesAnything(@ForAll String text) {
    assertThat(ManageBdeStatus.parse(text)).isNotNull();
    assertThat(ManageBdeStatus.parse("Volume C: [" + text)).hasSizeGreaterThan(0);
  }
}
