package cn.zhengqi.finance.cover;

import cn.zhengqi.kernel.ProblemException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Covers of what is published, open to everyone. */
@RestController
@RequestMapping("/api/finance/covers")
class CoverController {

    /** What is taken down is out of sight everywhere a day later. */
    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Covers covers;

    CoverController(Covers covers) {
        this.covers = covers;
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> picture(@PathVariable("id") UUID id) {
        Covers.Content content = covers.shown(id).orElseThrow(() -> ProblemException.notFound("图片不存在"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.picture().contentType()))
                .cacheControl(CACHE)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.bytes());
    }
}
