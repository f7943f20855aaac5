package cn.zhengqi.matching.dictionary;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 指标字典: definitions, no enterprise's figure. */
@RestController
@RequestMapping("/api/match/facts")
@Permission(MatchingPermissions.READ_FACTS)
class FactController {

    private final FactPages facts;
    private final Exports exports;

    FactController(FactPages facts, Exports exports) {
        this.facts = facts;
        this.exports = exports;
    }

    @GetMapping
    Page<FactEntry> list(@Valid FactFilter filter, PageRequest page) {
        return facts.list(filter, page);
    }

    @GetMapping("/groups")
    List<String> groups() {
        return facts.groups();
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid FactFilter filter, CurrentUser user) {
        List<FactEntry> found = facts.found(filter);
        return exports.file(FactAction.FACTS_EXPORTED, FactSheet.SHEET, filter, user, found.size(), found::forEach);
    }

    @GetMapping("/{name}")
    FactUse use(@PathVariable String name) {
        return facts.use(name);
    }
}
