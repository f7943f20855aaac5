package cn.zhengqi.gateway.site;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.OpenRoutes;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the built applications from {@code zhengqi.web-root}: portal at /, h5 at /m/, admin at /admin/. A path that is no
 * file is a page of its application. Files whose name carries their hash are kept by browsers for ever; pages are asked for
 * anew each time. What was compressed by the build is sent as it is. The brand is what is configured of the district, whose own
 * pictures are at /district/.
 */
@Configuration(proxyBeanMethods = false)
class StaticSite {

    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "mjs", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "html", MediaType.parseMediaType("text/html;charset=utf-8"),
            "json", MediaType.APPLICATION_JSON,
            "webmanifest", MediaType.parseMediaType("application/manifest+json"),
            "svg", MediaType.parseMediaType("image/svg+xml"),
            "woff2", MediaType.parseMediaType("font/woff2"));
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String BRAND = "brand.json";
    private static final String DISTRICT = "/district/";

    private final Path root;
    private final @Nullable Path districtFiles;
    private final Environment environment;

    StaticSite(
            @Value("${zhengqi.web-root:web/dist}") Path root, GatewayProperties properties, Environment environment) {
        this.root = root.toAbsolutePath().normalize();
        this.districtFiles = properties.districtFiles();
        this.environment = environment;
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return RouterFunctions.route(
                request -> OpenRoutes.isPage(
                        request.method(), request.requestPath().pathWithinApplication()),
                this::serve);
    }

    private Mono<ServerResponse> serve(ServerRequest request) {
        String path = request.path();
        if (path.equals("/m") || path.equals("/admin")) {
            return ServerResponse.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create(path + "/"))
                    .build();
        }
        if (path.startsWith("/m/")) {
            return serve(request, "h5", path.substring("/m/".length()));
        }
        if (path.startsWith("/admin/")) {
            return serve(request, "admin", path.substring("/admin/".length()));
        }
        if (path.startsWith(DISTRICT)) {
            return districtFile(request, path.substring(DISTRICT.length()));
        }
        return serve(request, "portal", path.substring(1));
    }

    /** Read each time: what is changed in Nacos is on the next page that is opened. */
    private Mono<ServerResponse> brand() {
        District district = Binder.get(environment).bindOrCreate("zhengqi.district", District.class);
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .bodyValue(district.brand());
    }

    private Mono<ServerResponse> districtFile(ServerRequest request, String name) {
        if (districtFiles != null && !isHidden(name)) {
            Path folder = districtFiles.toAbsolutePath().normalize();
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return file(request, file, CacheControl.noCache());
            }
        }
        return Mono.error(new ProblemException(CommonProblem.NOT_FOUND));
    }

    private Mono<ServerResponse> serve(ServerRequest request, String application, String name) {
        Path folder = root.resolve(application);
        if (name.equals(BRAND)) {
            return brand();
        }
        Path file = folder.resolve(name).normalize();
        if (file.startsWith(folder) && Files.isRegularFile(file) && !isHidden(name)) {
            return file(request, file, name.startsWith("assets/") ? FOR_EVER : CacheControl.noCache());
        }
        boolean looksLikeFile = name.substring(name.lastIndexOf('/') + 1).contains(".") && !isPage(request, name);
        Path page = folder.resolve("index.html");
        if (looksLikeFile || !Files.isRegularFile(page)) {
            return Mono.error(new ProblemException(CommonProblem.NOT_FOUND));
        }
        return file(request, page, CacheControl.noCache());
    }

    /** What somebody opens in a browser, though what the page is about has a dot in its name; a script or picture that is missing is not asked for as a page. */
    private static boolean isPage(ServerRequest request, String name) {
        String accepted = request.headers().firstHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !name.startsWith("assets/")
                && !isHidden(name);
    }

    /** The build's own notes beside the files. */
    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.endsWith(".map");
    }

    private static Mono<ServerResponse> file(ServerRequest request, Path file, CacheControl cacheControl) {
        Encoded encoded = Encoded.choose(file, request.headers().firstHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = encoded.tag();
        ServerResponse.BodyBuilder answer = ServerResponse.ok()
                .contentType(typeOf(file))
                .cacheControl(cacheControl)
                .eTag(tag)
                .headers(headers -> headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING));
        if (encoded.encoding() != null) {
            answer.header(HttpHeaders.CONTENT_ENCODING, encoded.encoding());
        }
        return request.checkNotModified(tag)
                .switchIfEmpty(Mono.defer(
                        () -> answer.body(BodyInserters.fromResource(new FileSystemResource(encoded.file())))));
    }

    private static MediaType typeOf(Path file) {
        String name = file.getFileName().toString();
        MediaType known = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return known != null ? known : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    }

    /** A file, or the smaller form of it that the build has left beside it. */
    private record Encoded(Path file, @Nullable String encoding) {

        static Encoded choose(Path file, @Nullable String accepted) {
            if (accepted != null) {
                Path brotli = file.resolveSibling(file.getFileName() + ".br");
                if (accepted.contains("br") && Files.isRegularFile(brotli)) {
                    return new Encoded(brotli, "br");
                }
                Path gzip = file.resolveSibling(file.getFileName() + ".gz");
                if (accepted.contains("gzip") && Files.isRegularFile(gzip)) {
                    return new Encoded(gzip, "gzip");
                }
            }
            return new Encoded(file, null);
        }

        String tag() {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return "\"" + Long.toHexString(attributes.lastModifiedTime().toMillis()) + "-"
                        + Long.toHexString(attributes.size()) + (encoding == null ? "" : "-" + encoding) + "\"";
            } catch (IOException gone) {
                throw new ProblemException(CommonProblem.NOT_FOUND);
            }
        }
    }
}
