package cn.zhengqi.events;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for who runs the platform: {@code ./zhengqi dead-letters} and {@code ./zhengqi replay}. */
@RestController
@RequestMapping("/internal/dead-letters")
@Callers(Callers.OPERATIONS)
class DeadLetterEndpoint {

    private final DeadLetters letters;

    DeadLetterEndpoint(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    Page<DeadLetters.DeadLetter> open(PageRequest page) {
        return letters.open(page);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable("id") UUID id) {
        letters.replay(id);
    }
}
