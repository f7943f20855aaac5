package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import cn.zhengqi.web.sheet.Sheet;
import cn.zhengqi.web.sheet.Watermark;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A list that was taken out as an Excel file.
 *
 * @param name as the browser would store it
 * @param rows texts by the heading of their column; empty cells are left out
 */
public record ExportedFile(String name, List<String> head, List<Map<String, String>> rows) {

    /** Takes it out; fails when that is refused. */
    public static ExportedFile of(RestTestClient client, String uri, Object... values) {
        var answer = client.get()
                .uri(uri, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(Sheet.XLSX)
                .returnResult(byte[].class);
        String disposition =
                Objects.requireNonNull(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION));
        List<Map<Integer, String>> lines = FastExcel.read(
                        new ByteArrayInputStream(Objects.requireNonNull(answer.getResponseBody())))
                .sheet()
                .headRowNumber(0)
                .doReadSync();
        assertThat(lines)
                .as("a file has its heading even when there is nothing")
                .hasSizeGreaterThan(1);
        assertThat(lines.getFirst().get(0))
                .as("a file says who took it out")
                .satisfies(text -> assertThat(Watermark.is(text)).isTrue());
        List<String> head = List.copyOf(lines.get(1).values());
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<Integer, String> line : lines.subList(2, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            line.forEach((column, text) -> {
                if (text != null) {
                    row.put(head.get(column), text);
                }
            });
            rows.add(row);
        }
        return new ExportedFile(disposition, head, rows);
    }

    /** The texts of one column, from above. */
    public List<String> column(String heading) {
        assertThat(head).contains(heading);
        return rows.stream().map(row -> row.getOrDefault(heading, "")).toList();
    }
}
