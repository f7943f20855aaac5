package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.web.Callers;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dictionary for finance-service, which checks the purpose of a loan by it, and for ops-service, which checks the tags of an evaluation. */
@RestController
@RequestMapping("/internal/dictionary")
@Callers({"finance-service", "ops-service"})
class InternalDictionaryEndpoint {

    private final ReferenceData reference;

    InternalDictionaryEndpoint(ReferenceData reference) {
        this.reference = reference;
    }

    @GetMapping("/{category}")
    List<InternalDictionary.Word> words(@PathVariable String category) {
        return reference.dictionary(category).stream()
                .map(item -> new InternalDictionary.Word(item.code(), item.name()))
                .toList();
    }
}
