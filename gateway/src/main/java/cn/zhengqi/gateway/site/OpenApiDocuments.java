package cn.zhengqi.gateway.site;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API documents of all services, as they were checked in ({@code zhengqi.openapi-root}), and an index of them: services do not
 * describe themselves at run time (ADR 0004).
 */
@RestController
class OpenApiDocuments {

    private static final String SUFFIX = ".json";

    private final Path folder;

    OpenApiDocuments(@Value("${zhengqi.openapi-root:web/openapi}") Path folder) {
        this.folder = folder;
    }

    /**
     * One API document.
     *
     * @param url where it is, from the root of the platform
     */
    record Described(String service, String url) {}

    @GetMapping("/openapi/index.json")
    List<Described> index() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .map(name -> new Described(name.substring(0, name.length() - SUFFIX.length()), "/openapi/" + name))
                    .toList();
        }
    }

    @GetMapping("/openapi/{service:[a-z-]+}.json")
    ResponseEntity<Resource> document(@PathVariable("service") String service) {
        Path file = folder.resolve(service + SUFFIX);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new FileSystemResource(file));
    }
}
