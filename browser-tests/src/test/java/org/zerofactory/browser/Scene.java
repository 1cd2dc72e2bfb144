package org.zerofactory.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one demo with a filled year, shared by all tests and closed after the last. */
final class Scene implements AutoCloseable {

  private final Chromium chromium;
  private final RunningDemo demo;

  private Scene(Chromium chromium, RunningDemo demo) {
    this.chromium = chromium;
    this.demo = demo;
  }

  Browser browser() {
    return chromium.browser();
  }

  RunningDemo demo() {
    return demo;
  }

  /** Opens one of the pages. */
  Visit open(Look look, String query) {
    return Visit.open(browser(), demo.address(), look, query);
  }

  @Override
  public void close() throws IOException {
    try (chromium) {
      demo.close();
    }
  }

  private static Scene start() {
    Chromium chromium = Chromium.start();
    try {
      RunningDemo demo = RunningDemo.start();
      demo.waitUntilFilled();
      return new Scene(chromium, demo);
    } catch (IOException | RuntimeException | AssertionError failed) {
      chromium.close();
      throw new IllegalStateException("the demo did not start: " + failed.getMessage(), failed);
    }
  }

  /** Hands the scene to tests that ask for it; JUnit closes it at the very end. */
  static final class Provider implements ParameterResolver {

    /** Created by JUnit. */
    Provider() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Scene.class))
          .getOrComputeIfAbsent(Scene.class, key -> start(), Scene.class);
    }
  }
}
