package cn.zhengqi.data.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SoftHSM2: a device that is software and speaks the real PKCS#11, which {@code ./zhengqi test} installs. It finds its tokens by
 * a file that an environment variable names, and that of this process cannot be set: so what uses it runs in a process of its own.
 */
final class SoftHsm {

    static final String PIN = "2468";

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

    private SoftHsm() {}

    static Path library() {
        Path library = find();
        assertThat(library).as("SoftHSM2 is needed: apt-get install softhsm2").isNotNull();
        return library;
    }

    private static @Nullable Path find() {
        return LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    }

    /** @return where its tokens are, to be given to processes as {@code SOFTHSM2_CONF} */
    static Path token(Path folder) throws IOException, InterruptedException {
        library();
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Path settings = folder.resolve("softhsm2.conf");
        Files.writeString(
                settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        run(
                Map.of("SOFTHSM2_CONF", settings.toString()),
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "test",
                "--pin",
                PIN,
                "--so-pin",
                "1357");
        return settings;
    }

    /** What the process printed. */
    static String java(Path settings, Class<?> main, String... arguments) throws IOException, InterruptedException {
        return run(
                Map.of("SOFTHSM2_CONF", settings.toString()),
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        main.getName()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + said)
                .isZero();
        return said;
    }
}
