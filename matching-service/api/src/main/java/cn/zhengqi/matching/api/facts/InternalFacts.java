package cn.zhengqi.matching.api.facts;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dictionary of facts for the services whose conditions and forms name facts. */
@FeignClient(name = "matching-service", contextId = "internal-facts", path = "/internal/facts")
public interface InternalFacts {

    /**
     * The dictionary in force.
     *
     * @param revision of it; greater for each that follows
     * @param facts in its order; none where the one that asks knows this revision
     */
    record Edition(long revision, List<FactDefinition> facts) {}

    /** @param known revision that the one who asks has already; 0 for none */
    @GetMapping
    Edition facts(@RequestParam("known") long known);
}
