package io.campaignpulse.standalone.browser;

import java.nio.file.Path;
import org.openqa.selenium.chrome.ChromeDriver;

/** A running Chromium, ended with the test. */
record Browser(ChromeDriver driver) implements AutoCloseable {
  Browser(Path profile) {
    this(Chromium.start(profile));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
