package cn.zhengqi.gateway.site;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The API document of each service, as it was checked in ({@code zhengqi.openapi-root}): services do not describe themselves at run time. */
@RestController
class OpenApiDocuments {

    private final Path folder;

    OpenApiDocuments(@Value("${zhengqi.openapi-root:web/openapi}") Path folder) {
        this.folder = folder;
    }

    @GetMapping("/openapi/{service:[a-z-]+}.json")
    ResponseEntity<Resource> document(@PathVariable("service") String service) {
        Path file = folder.resolve(service + ".json");
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new FileSystemResource(file));
    }
}
