package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists that forms and filters are made from; open to everyone. */
@RestController
@RequestMapping("/api/user/reference")
class ReferenceController {

    private final ReferenceData reference;

    ReferenceController(ReferenceData reference) {
        this.reference = reference;
    }

    @GetMapping("/towns")
    List<Town> towns() {
        return reference.towns();
    }

    @GetMapping("/industries")
    List<Industry> industries(@RequestParam @Nullable String parent) {
        return reference.industries(parent);
    }

    @GetMapping("/parks")
    List<Park> parks() {
        return reference.parks();
    }

    @GetMapping("/dictionary")
    List<DictionaryItem> dictionary(@RequestParam String category) {
        return reference.dictionary(category);
    }

    @GetMapping("/institutions")
    List<Institution> institutions(@RequestParam @Nullable InstitutionType type) {
        return reference.institutions(type);
    }
}
