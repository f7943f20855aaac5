package cn.zhengqi.user.api;

import java.util.Set;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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

    /** Of one that is not known nothing stands above or below. */
    @GetMapping("/{id}/lineage")
    Lineage lineage(@PathVariable("id") UUID id);
}
