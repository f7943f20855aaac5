package cn.zhengqi.engines;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A real Nacos 3 with authentication on, Derby inside and no console. Listens on 127.0.0.1. Takes its port, + 1000, + 1001
 * and − 1000.
 */
public final class NacosServer extends ServerProcess {

    /** Distances from the port that must be free too. */
    @SuppressWarnings("MutablePublicArray")
    public static final int[] PORT_DISTANCES = {1000, 1001, -1000};

    /** The first administrator, whose name Nacos fixes. */
    public static final String USER = "nacos";

    public static final String DEFAULT_GROUP = "DEFAULT_GROUP";

    private static final String NAME = "nacos";
    private static final String NAMESPACE = "public";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern INSTANCE = Pattern.compile("\"ip\"\\s*:\\s*\"");
    private static final Pattern CODE_ZERO = Pattern.compile("\"code\"\\s*:\\s*0\\b");

    private final String password;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private @Nullable String token;

    private NacosServer(EngineHome home, int port, String password, ChildProcess process) {
        super(NAME, home, port, process, "TERM", "KILL");
        this.password = password;
    }

    /**
     * Starts the server, or adopts the one that already runs in this home, and returns when the administrator can sign in.
     *
     * @param secret 48 or more bytes that sign the server's tokens; a change of it signs everybody out
     * @param password of the administrator {@link #USER}; fixed when the home is first used
     */
    public static NacosServer start(EngineHome home, int port, byte[] secret, String password) {
        var first = launchOrAdopt(home, port, secret, password);
        try {
            first.awaitReady();
            return first;
        } catch (EngineException spoilt) {
            // A power cut may have spoilt the database, a machine under load may have cut its creation short. Starting
            // over
            // loses nothing: services register again and configuration is published at every start.
            first.kill();
            EngineHome.delete(home.folder().resolve("data"));
            var second = launch(home, port, secret, password, false);
            second.awaitReady();
            return second;
        }
    }

    /** Whether {@link #train} has nothing to do. */
    public static boolean isTrained(Path cache) {
        return ServerJvm.of(NAME, cache).isTrained();
    }

    /** Starts and stops a server of its own once, so that later starts are quicker. Takes a minute of CPU. */
    public static void train(Path cache) {
        var home = EngineHome.temporary(NAME, cache);
        var server = launch(home, Ports.free(PORT_DISTANCES), new byte[48], "training", true);
        server.awaitReady();
        server.process.stop("TERM", ChildProcess.TRAINING_LIMIT);
        ServerJvm.of(NAME, cache).trained();
        home.deleteIfTemporary();
    }

    private static NacosServer launchOrAdopt(EngineHome home, int port, byte[] secret, String password) {
        var running = ChildProcess.running(NAME, home);
        if (running.isPresent()) {
            if (running.get().serves(port)) {
                return new NacosServer(home, port, password, running.get());
            }
            running.get().stop("TERM", GRACE);
        }
        return launch(home, port, secret, password, false);
    }

    private static NacosServer launch(EngineHome home, int port, byte[] secret, String password, boolean training) {
        Ports.requireFree("Nacos", port);
        for (int distance : PORT_DISTANCES) {
            Ports.requireFree("Nacos", port + distance);
        }
        writeConfiguration(home.folder(), port, secret);
        var folder = home.folder();
        var command = ServerJvm.of(NAME, home.cache())
                .command(
                        training,
                        List.of(
                                "-Xms64m",
                                "-Xmx192m",
                                "-XX:MaxDirectMemorySize=48m",
                                "-Dnacos.standalone=true",
                                // No waiting for the disk: everything in it can be published again, see start().
                                "-Dderby.system.durability=test",
                                "-Dnacos.home=" + folder,
                                "-Duser.home=" + folder,
                                "-Dnacos.remote.grpc.listen.ip=127.0.0.1"),
                        "cn.zhengqi.engines.nacos.NacosMain",
                        List.of("--spring.config.additional-location=file:" + folder + "/conf/"));
        return new NacosServer(home, port, password, ChildProcess.start(NAME, home, command, ServerJvm.ENVIRONMENT));
    }

    /** Waits until the server is ready and the administrator is signed in. */
    @Override
    void awaitReady() {
        process.await(ChildProcess.START_LIMIT, () -> isHealthy() && signIn());
    }

    /** Publishes a YAML configuration of the default group and waits until the server reads it back. */
    public void publish(String dataId, String yaml) {
        var parameters = Map.of(
                "dataId", dataId,
                "groupName", DEFAULT_GROUP,
                "namespaceId", NAMESPACE,
                "type", "yaml",
                "content", yaml);
        process.await(
                Duration.ofSeconds(60),
                () -> succeeded(send("POST", "v3/admin/cs/config", parameters))
                        && send("GET", "v3/client/cs/config", location(dataId)).contains("\"md5\":\"" + md5(yaml)));
    }

    /**
     * How many instances of the service are registered by clients that live. Not asked of the list for callers: Nacos
     * keeps that one, and an answer that it prepared while the first instance was registering stays empty until
     * somebody subscribes.
     */
    public int instances(String service) {
        var parameters = Map.of("serviceName", service, "groupName", DEFAULT_GROUP, "namespaceId", NAMESPACE);
        var answer = send("GET", "v3/admin/ns/client/service/publisher/list", parameters);
        return (int) INSTANCE.matcher(answer).results().count();
    }

    /** Form {@code host:port}, as clients want it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public String password() {
        return password;
    }

    @Override
    boolean answers() {
        return succeeded(send("GET", "v3/admin/core/state/readiness", Map.of()));
    }

    private boolean signIn() {
        token = null;
        var matcher = ACCESS_TOKEN.matcher(
                send("POST", "v3/auth/user/login", Map.of("username", USER, "password", password)));
        if (matcher.find()) {
            token = matcher.group(1);
            return true;
        }
        // Accepted once only, on a fresh home; afterwards it changes nothing.
        send("POST", "v3/auth/user/admin", Map.of("password", password));
        return false;
    }

    private String send(String method, String path, Map<String, String> parameters) {
        var form = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var base = "http://127.0.0.1:" + port + "/nacos/" + path;
        var request = method.equals("GET")
                ? HttpRequest.newBuilder(URI.create(form.isEmpty() ? base : base + "?" + form))
                        .GET()
                : HttpRequest.newBuilder(URI.create(base))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        if (token != null) {
            request.header("accessToken", token);
        }
        try {
            return http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYetUp) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    private static boolean succeeded(String answer) {
        return CODE_ZERO.matcher(answer).find();
    }

    private static Map<String, String> location(String dataId) {
        return Map.of("dataId", dataId, "groupName", DEFAULT_GROUP, "namespaceId", NAMESPACE);
    }

    private static String md5(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5");
            return java.util.HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeConfiguration(Path folder, int port, byte[] secret) {
        var properties = new HashMap<String, String>();
        properties.put("nacos.server.main.port", "" + port);
        properties.put("server.address", "127.0.0.1");
        properties.put("nacos.inetutils.ip-address", "127.0.0.1");
        properties.put("spring.sql.init.platform", "derby");
        // Of its own accord it gives up after 3 s, which on a busy machine a database that was killed needs to open.
        properties.put("db.pool.config.connectionTimeout", "60000");
        properties.put("nacos.core.auth.enabled", "true");
        properties.put("nacos.core.auth.admin.enabled", "true");
        properties.put("nacos.core.auth.console.enabled", "true");
        properties.put("nacos.core.auth.system.type", NAME);
        properties.put(
                "nacos.core.auth.plugin.nacos.token.secret.key",
                Base64.getEncoder().encodeToString(secret));
        properties.put("nacos.core.auth.server.identity.key", "zhengqi");
        properties.put(
                "nacos.core.auth.server.identity.value",
                java.util.HexFormat.of().formatHex(secret, 0, 16));
        var text = properties.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            // On other ports than before, the consensus protocol would wait for its old self for ever.
            var portFile = folder.resolve("port");
            if (Files.exists(portFile) && !Files.readString(portFile).equals("" + port)) {
                EngineHome.delete(folder.resolve("data").resolve("protocol"));
            }
            Files.writeString(portFile, "" + port);
            var file = Files.createDirectories(folder.resolve("conf")).resolve("application.properties");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new EngineException("cannot write Nacos's configuration in " + folder, e);
        }
    }
}
