package cn.zhengqi.testing.sample;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping
class ThingController {

    enum Kind {
        SMALL,
        LARGE
    }

    record Part(String label, @Nullable BigDecimal weight) {}

    record Thing(
            UUID id,
            Kind kind,
            @Nullable String note,
            LocalDate on,
            OffsetDateTime at,
            long count,
            List<Part> parts,
            @Nullable Part best) {}

    @GetMapping("/api/sample/things")
    Page<Thing> things(
            @RequestParam @Nullable String q, @RequestParam(required = false) @Nullable Kind kind, PageRequest page) {
        return Page.empty(page);
    }

    @GetMapping("/api/sample/things/{id}")
    @Permission("self")
    Thing thing(@PathVariable UUID id, CurrentUser user) {
        return new Thing(id, Kind.SMALL, user.name(), LocalDate.EPOCH, OffsetDateTime.MIN, 0, List.of(), null);
    }

    @PostMapping("/api/sample/things")
    @Permission({"thing.write", "thing.manage"})
    UUID create(@RequestBody Thing thing, CurrentUser user) {
        return Ids.next();
    }

    @GetMapping("/internal/things/{id}")
    @Callers("stats-service")
    String internal(@PathVariable UUID id) {
        return "known";
    }
}
