package io.campaignpulse.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static String policy(String page) {
    return new Pages(page.getBytes(StandardCharsets.UTF_8)).policy();
  }

  @Test
  void allowsTheImportMapByItsHashAndNoOtherInlineScript() {
    // printf '{"imports":{}}' | openssl dgst -sha256 -binary | base64
    assertThat(
            policy("<script type=\"importmap\">{\"imports\":{}}</script><script>alert(1)</script>"))
        .contains("script-src 'self' 'sha256-URrTy+Il/Nz0lHojVUx275hWqAWhkSF0VsHbUM4/6Hw=';");
  }

  @Test
  void allowsNoInlineScriptWithoutAnImportMap() {
    assertThat(policy("<html></html>")).contains("script-src 'self';").doesNotContain("unsafe");
  }
}
