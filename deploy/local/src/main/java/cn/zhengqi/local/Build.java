package cn.zhengqi.local;

import cn.zhengqi.engines.KeyDeviceVariables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds what changed. A module is unchanged when names, sizes and times of its sources are those of its last successful
 * build: reading some thousand file entries takes a tenth of a second, asking Maven takes half a minute.
 */
final class Build {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern MAVEN_PROGRESS = Pattern.compile("^\\[INFO] Building (.+) \\S+ +\\[(\\d+)/(\\d+)]$");
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "node_modules", "dist", "test-results", "playwright-report", "e2e");

    /** The one leaf that is built from others. */
    private static final Map<String, List<String>> BUILT_FROM =
            Map.of("bench", List.of("matching-service/server", "message-service/server"));

    /** Nobody reads here what fails nothing; what does fail is looked for all the same. */
    static final String WITHOUT_WARNINGS = "-Derror-prone.warnings=-XepDisableAllWarnings";

    private static final List<String> BUILD_WEB = List.of("npm", "run", "build");

    private final Workspace workspace;
    private final Terminal terminal;

    Build(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /** Maven modules and, if asked, the web; quick when nothing changed. */
    void bringUpToDate(boolean withWeb) {
        alone(() -> {
            buildModules(List.of());
            if (withWeb) {
                buildWeb(BUILD_WEB);
            }
        });
    }

    /** Only these modules and what they are built from. */
    void bringUpToDate(List<String> modules) {
        alone(() -> buildModules(modules));
    }

    /** What is built belongs to all copies and to the tests: whoever builds waits until the others have. */
    void alone(Runnable action) {
        new CommandLock(workspace.build().resolve("build.lock"))
                .await(() -> terminal.step("Waiting for another ./zhengqi command that builds"), action);
    }

    /**
     * For a Maven run that packages all modules beside its own work, as the tests do: nothing is built a second time.
     *
     * @param maven whether the run came to its end
     */
    void allModulesBy(BooleanSupplier maven) {
        alone(() -> {
            var now = stamps();
            modules().stream().map(workspace.root()::resolve).forEach(Build::removeOrphans);
            if (maven.getAsBoolean()) {
                store(now, moduleStamps());
            }
        });
    }

    /** For who builds the modules at the same time, alone already. */
    void webBesideModules() {
        buildWeb(gently(BUILD_WEB));
    }

    /** In what others leave of the processors: Linux shares them out among sessions first, then within each. */
    static List<String> gently(List<String> command) {
        var nice = "{ echo 19 > /proc/self/autogroup; } 2>/dev/null; exec nice -n 19 \"$@\"";
        return Stream.concat(Stream.of("sh", "-c", nice, "gently"), command.stream())
                .toList();
    }

    private void buildModules(List<String> only) {
        var built = load(moduleStamps());
        var now = stamps();
        // What the modules asked for do not need is not built with them, and has no result to look for.
        var changed = modules().stream()
                .filter(module -> only.isEmpty() || only.contains(module))
                .filter(module -> !now.getProperty(module).equals(built.getProperty(module))
                        || !Files.isDirectory(workspace.root().resolve(module).resolve("target")))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        modules().stream().map(workspace.root()::resolve).forEach(Build::removeOrphans);
        var command = new ArrayList<>(List.of(
                "mvn",
                "-B",
                "-ntp",
                "package",
                WITHOUT_WARNINGS,
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true"));
        // What nothing else is built from can be built with just what it needs itself; for a library, all is built.
        if (only.isEmpty() && !changed.stream().allMatch(Build::isLeaf)) {
            terminal.step("Building all modules");
        } else {
            command.addAll(List.of("-pl", String.join(",", changed), "-am"));
            terminal.step("Building " + String.join(", ", changed));
        }
        var log = workspace.build().resolve("maven.log");
        run(command, workspace.root(), log, "the Maven build", line -> {
            var matcher = MAVEN_PROGRESS.matcher(line);
            if (matcher.matches()) {
                terminal.step("  %2s/%s %s".formatted(matcher.group(2), matcher.group(3), matcher.group(1)));
            }
        });
        (only.isEmpty() ? modules() : only).forEach(module -> built.setProperty(module, now.getProperty(module)));
        store(built, moduleStamps());
    }

    private Path moduleStamps() {
        return workspace.build().resolve("modules.properties");
    }

    /**
     * Of each module its own sources, and of one that nothing else is built from also those of all libraries: so it is known of each alone whether it is
     * built from what is there now, whichever others were built with it.
     */
    private Properties stamps() {
        var own = new TreeMap<String, String>();
        for (var module : modules()) {
            var folder = workspace.root().resolve(module);
            own.put(
                    module,
                    stamp(List.of(
                            workspace.root().resolve("pom.xml"),
                            folder.resolve("pom.xml"),
                            folder.resolve("src/main"))));
        }
        var libraries = own.keySet().stream()
                .filter(module -> !isLeaf(module))
                .map(own::get)
                .collect(Collectors.joining());
        var stamps = new Properties();
        own.forEach((module, stamp) ->
                stamps.setProperty(module, isLeaf(module) ? digest(libraries + ofOthers(module, own) + stamp) : stamp));
        return stamps;
    }

    private static String ofOthers(String module, Map<String, String> own) {
        return BUILT_FROM.getOrDefault(module, List.of()).stream()
                .map(other -> own.getOrDefault(other, ""))
                .collect(Collectors.joining());
    }

    /**
     * Maven copies resources and never takes one back: a migration that is gone from the sources would still be in the jar, and
     * Flyway would apply it. Classes are the compiler's, META-INF is what plugins and processors write.
     */
    static void removeOrphans(Path module) {
        var classes = module.resolve("target/classes");
        var resources = module.resolve("src/main/resources");
        if (!Files.isDirectory(classes)) {
            return;
        }
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = classes.relativize(file);
                if (!name.startsWith("META-INF")
                        && !name.toString().endsWith(".class")
                        && !Files.exists(resources.resolve(name))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void buildWeb(List<String> command) {
        installWebPackages();
        var web = workspace.root().resolve("web");
        ifChanged("web-sources", stamp(List.of(web)), web.resolve("dist"), () -> {
            terminal.step("Building the web (portal, h5, admin)");
            run(command, web, workspace.build().resolve("web.log"), "the web build", line -> {});
        });
    }

    /** What package-lock.json says, if that changed; for who builds alone already. */
    void installWebPackages() {
        var web = workspace.root().resolve("web");
        var stamp = stamp(List.of(web.resolve("package.json"), web.resolve("package-lock.json")));
        ifChanged("web-packages", stamp, web.resolve("node_modules"), () -> {
            terminal.step("Installing the web's packages");
            var log = workspace.build().resolve("npm.log");
            run(List.of("npm", "ci", "--no-audit", "--no-fund"), web, log, "npm ci", line -> {});
        });
    }

    private void ifChanged(String name, String stamp, Path result, Runnable action) {
        var file = workspace.build().resolve(name + ".properties");
        var now = new Properties();
        now.setProperty(name, stamp);
        if (!load(file).equals(now) || !Files.isDirectory(result)) {
            action.run();
            store(now, file);
        }
    }

    List<String> modules() {
        try {
            return MODULE.matcher(Files.readString(workspace.root().resolve("pom.xml")))
                    .results()
                    .map(result -> result.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isLeaf(String module) {
        return module.endsWith("/server")
                || module.equals("gateway")
                || module.equals("bench")
                || module.equals("deploy/local");
    }

    void run(List<String> command, Path folder, Path log, String what, Consumer<String> onLine) {
        run(command, folder, log, what, Map.of(), onLine);
    }

    /** Runs to the end, log to a file; a failure shows what the log says was wrong. */
    void run(
            List<String> command,
            Path folder,
            Path log,
            String what,
            Map<String, String> environment,
            Consumer<String> onLine) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            KeyDeviceVariables.removeFrom(builder);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            try (var attached = AttachedProcess.start(builder)) {
                var process = attached.process();
                process.getOutputStream().close();
                try (var lines = new BufferedReader(
                                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                        var writer = Files.newBufferedWriter(log)) {
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        writer.write(line);
                        writer.newLine();
                        onLine.accept(line);
                    }
                }
                if (attached.waitFor() != 0) {
                    throw new LauncherException(
                            "%s failed; see %s%n%s".formatted(what, workspace.shown(log), reason(log)));
                }
            }
        } catch (IOException e) {
            throw new LauncherException(what + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private static String reason(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        var errors =
                lines.stream().filter(line -> line.contains("ERROR")).limit(20).toList();
        var shown = errors.isEmpty() ? lines.subList(Math.max(0, lines.size() - 20), lines.size()) : errors;
        return shown.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    /** A digest of path, size and time of everything below these paths that is a source. */
    static String stamp(List<Path> paths) {
        try {
            var entries = new TreeSet<String>();
            for (var path : paths) {
                if (Files.exists(path)) {
                    Files.walkFileTree(path, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            var skip = !folder.equals(path)
                                    && NOT_SOURCES.contains(folder.getFileName().toString());
                            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            entries.add(file + " " + attributes.size() + " "
                                    + attributes.lastModifiedTime().toMillis());
                            return FileVisitResult.CONTINUE;
                        }
                    });
                }
            }
            return digest(String.join("\n", entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties load(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static void store(Properties properties, Path file) {
        try (var out = Files.newBufferedWriter(file)) {
            for (Map.Entry<Object, Object> entry : properties.entrySet()) {
                out.write(entry.getKey() + "=" + entry.getValue() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
