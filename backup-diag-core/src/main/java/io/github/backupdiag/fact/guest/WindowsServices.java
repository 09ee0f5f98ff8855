package io.github.backupdiag.fact.guest;

import java.util.List;
import java.util.Optional;

/**
 * Services of Windows that backup rests on. One that stands in neither list could not be seen.
 *
 * @param services those that are set up
 * @param absent names of those that are not
 */
public record WindowsServices(List<WindowsService> services, List<String> absent) {

  /**
   * Copies the lists.
   *
   * @param services those that are set up
   * @param absent names of those that are not
   */
  public WindowsServices {
    services = List.copyOf(services);
    absent = List.copyOf(absent);
  }

  /**
   * Finds a service.
   *
   * @param name its short name without regard to case
   * @return the service, or empty if it is not set up or could not be seen
   */
  public Optional<WindowsService> service(String name) {
    return services.stream().filter(service -> service.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Tells whether a service is known not to be set up.
   *
   * @param name its short name without regard to case
   * @return false also if it could not be seen
   */
  public boolean lacks(String name) {
    return absent.stream().anyMatch(name::equalsIgnoreCase);
  }
}
