package cn.zhengqi.user.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Questions of other services to the tree of institutions. */
@FeignClient(name = "user-service", contextId = "internal-institutions", path = "/internal/institutions")
public interface InternalInstitutions {

    /**
     * @param upwards the institution and all above it
     * @param below all below it
     */
    record Lineage(Set<UUID> upwards, Set<UUID> below) {

        public Lineage {
            upwards = Set.copyOf(upwards);
            below = Set.copyOf(below);
        }
    }

    /** One that takes people in. */
    record Open(UUID id, String name, InstitutionType type) {}

    /** Those of them that are open; what is not known, or closed, is not there. */
    @GetMapping("/open")
    List<Open> open(@RequestParam("ids") Collection<UUID> ids);

    /** Those of them that take part no more; what is no institution is not there. */
    @GetMapping("/retired")
    Set<UUID> retired(@RequestParam("ids") Collection<UUID> ids);

    /** Of one that is not known nothing stands above or below. */
    @GetMapping("/{id}/lineage")
    Lineage lineage(@PathVariable("id") UUID id);
}
