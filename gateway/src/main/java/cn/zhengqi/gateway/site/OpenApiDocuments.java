package cn.zhengqi.gateway.site;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API document of each service, as it was checked in: services do not describe themselves at run time. From
 * {@code zhengqi.gateway.openapi-dir}, else from the class path.
 */
@RestController
class OpenApiDocuments {

    private final @Nullable Path folder;

    OpenApiDocuments(GatewayProperties properties) {
        this.folder = properties.openapiDir();
    }

    @GetMapping("/openapi/{service:[a-z-]+}.json")
    ResponseEntity<Resource> document(@PathVariable("service") String service) {
        Path file = folder == null ? null : folder.resolve(service + ".json");
        Resource document = file != null && Files.isRegularFile(file)
                ? new FileSystemResource(file)
                : new ClassPathResource("openapi/" + service + ".json");
        if (!document.exists()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
