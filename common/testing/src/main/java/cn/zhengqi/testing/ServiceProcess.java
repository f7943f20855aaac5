package cn.zhengqi.testing;

import static org.awaitility.Awaitility.await;

import cn.zhengqi.engines.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.ResourceAccessException;

/**
 * One more copy of the service of a {@link ServiceTest}, over the same database, in a process of its own: the one that a test may end as a machine ends that loses its
 * power. What it asks of other services goes where its properties say; mocks are of the test's own JVM.
 */
public final class ServiceProcess implements AutoCloseable {

    /** Without them it would have a database of its own, or could not read what the test's copy has sealed. */
    private static final List<String> SHARED = List.of(
            "zhengqi.db.url",
            "zhengqi.db.user",
            "zhengqi.db.password",
            "zhengqi.db.schema",
            "zhengqi.data-keys",
            "zhengqi.index-key");

    private final Process process;
    private final Path log;
    private final ServiceClient client;

    private ServiceProcess(Process process, Path log, ServiceClient client) {
        this.process = process;
        this.log = log;
        this.client = client;
    }

    /**
     * Comes back when it answers.
     *
     * @param application whose {@code main} starts the service elsewhere
     * @param test of the copy that runs in this JVM
     * @param more properties, also in place of those of that copy
     * @param folder for its log, and to run in
     */
    public static ServiceProcess start(Class<?> application, Environment test, Map<String, String> more, Path folder) {
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx256m",
                "-D" + TestTokens.KEY_PROPERTY + "=" + TestTokens.key(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                application.getName()));
        properties(test, more, port).forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            Path log = Files.createTempFile(folder, "copy-", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ServiceProcess started = new ServiceProcess(process, log, new ServiceClient(port));
            started.awaitAnswers();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> properties(Environment test, Map<String, String> more, int port) {
        Map<String, String> properties = new HashMap<>();
        for (String property : Objects.requireNonNull(ServiceTest.class.getAnnotation(TestPropertySource.class))
                .properties()) {
            String[] parts = property.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        SHARED.forEach(name -> properties.put(name, test.getRequiredProperty(name)));
        properties.put("springdoc.api-docs.enabled", "false");
        properties.put("server.port", String.valueOf(port));
        properties.putAll(more);
        return properties;
    }

    private void awaitAnswers() {
        try {
            await("an answer of " + log).atMost(Patience.LIMIT.multipliedBy(2)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("It ended while it started:\n" + Files.readString(log));
                }
                return answers();
            });
        } catch (RuntimeException failure) {
            kill();
            throw failure;
        }
    }

    private boolean answers() {
        try {
            client.anonymous().get().uri("/actuator/health").exchange().returnResult(Void.class);
            return true;
        } catch (ResourceAccessException notYet) {
            return false;
        }
    }

    public ServiceClient client() {
        return client;
    }

    /** SIGKILL; it has no time to do anything more. */
    public void kill() {
        process.destroyForcibly();
        await("the end of " + log).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    /** The service, which trusts the tokens of the test and ends with its JVM. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws ClassNotFoundException {
            Thread.ofPlatform().daemon().name("end-with-the-test").start(Child::endWithTheTest);
            new SpringApplicationBuilder(Class.forName(arguments[0]), TestSecurity.class)
                    .run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        }

        /** Its input is the end of a pipe that the test holds and never writes to. */
        private static void endWithTheTest() {
            try {
                System.in.transferTo(System.err);
            } catch (IOException gone) {
                System.err.println("The test is gone: " + gone);
            }
            Runtime.getRuntime().halt(1);
        }
    }
}
