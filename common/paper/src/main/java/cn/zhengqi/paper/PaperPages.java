package cn.zhengqi.paper;

import static cn.zhengqi.paper.Markup.with;

import cn.zhengqi.web.sheet.Watermark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What stands on every paper, and the parts that its own pages are made of. */
public final class PaperPages {

    private static final String STYLE = "/paper/paper.css";

    /** As much of the fingerprint as a person compares and a QR code holds well. */
    private static final int PRINTED_DIGITS = 16;

    private final Markup markup = new Markup();
    private final Letterhead letterhead;
    private final Paper paper;
    private final Watermark mark;

    /**
     * The paper in its own words.
     *
     * @param title such as 政策申报规划报告
     * @param name what it calls itself, such as 报告
     */
    public record Paper(String title, String name, String number, String fingerprint, String enterpriseName) {}

    public PaperPages(Letterhead letterhead, Paper paper, Watermark mark) {
        this.letterhead = letterhead;
        this.paper = paper;
        this.mark = mark;
    }

    public Markup markup() {
        return markup;
    }

    /**
     * @param about what a reader of the file's properties is told of it
     * @param style what its own tables need, beside what all papers have
     */
    public Document document(String about, String style, Object... parts) {
        Element head = markup.el(
                "head",
                markup.el("title", paper.title() + " " + paper.number() + " " + paper.enterpriseName()),
                meta("author", letterhead.platform()),
                meta("subject", paper.title()),
                meta("description", about),
                with(markup.el("style", resource(PaperPages.class, STYLE) + style), "type", "text/css"));
        Element body = markup.el(
                "body",
                markup.el("div.mark", mark.text()),
                markup.el("div.foot", letterhead.platform() + " · " + paper.title()),
                List.of(parts));
        return markup.whole(with(with(markup.el("html", head, body), "lang", "zh-CN"), "xml:lang", "zh-CN"));
    }

    private Element meta(String name, String value) {
        return with(with(markup.el("meta"), "name", name), "content", value);
    }

    public static String resource(Class<?> beside, String path) {
        try (InputStream text = beside.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(text, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Who issued it to whom under what number, and where it can be checked. */
    public Element cover(List<List<String>> rows) {
        String address = letterhead.publicUrl() + "/report-check?number=" + paper.number();
        String printed = paper.fingerprint().substring(0, PRINTED_DIGITS);
        Element code = with(
                with(
                        markup.el("img.qr"),
                        "src",
                        QrImage.dataUrl(letterhead.publicUrl() + "/m/report-check?number=" + paper.number() + "&print="
                                + printed)),
                "alt",
                "验真二维码：" + address);
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(paper.name() + "编号", paper.number()));
        all.addAll(rows);
        all.add(List.of("内容指纹", printed.replaceAll("(.{4})(?!$)", "$1 ")));
        return markup.el(
                "div.cover",
                markup.el("p.platform", letterhead.platform()),
                markup.el("h1", paper.title()),
                markup.el("p.enterprise", paper.enterpriseName()),
                table("plain", List.of(), all),
                markup.el(
                        "div.check",
                        code,
                        markup.el(
                                "p",
                                "扫码或打开 " + address + " 核验本" + paper.name()
                                        + "：核对编号、企业、日期和内容指纹；在该页选择本文件，可以核验文件是否被改动，文件不会上传。")));
    }

    /** Who issued it about whom under what number, of a paper that is not kept: there is nothing that a copy could be compared with. */
    public Element head(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(paper.name() + "编号", paper.number()));
        all.addAll(rows);
        return markup.el(
                "div.cover",
                markup.el("p.platform", letterhead.platform()),
                markup.el("h1", paper.title()),
                markup.el("p.enterprise", paper.enterpriseName()),
                table("plain", List.of(), all));
    }

    public Element section(String title, List<Element> parts) {
        return markup.el("div.section", markup.el("h2", title), parts);
    }

    public Element list(List<String> lines) {
        return markup.el("ul", lines.stream().map(line -> markup.el("li", line)).toList());
    }

    /** @param heads of the columns; without them the first cell of each row is its head */
    public Element table(String kind, List<String> heads, List<List<String>> rows) {
        List<Element> parts = new ArrayList<>();
        if (!heads.isEmpty()) {
            parts.add(markup.el(
                    "thead",
                    markup.el(
                            "tr",
                            IntStream.range(0, heads.size())
                                    .mapToObj(at -> with(markup.el("th" + column(at), heads.get(at)), "scope", "col"))
                                    .toList())));
        }
        parts.add(markup.el(
                "tbody",
                rows.stream()
                        .map(cells -> markup.el("tr", cells(cells, heads.isEmpty())))
                        .toList()));
        return markup.el("table." + kind, parts);
    }

    private List<Element> cells(List<String> texts, boolean headed) {
        List<Element> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(
                    headed && cells.isEmpty()
                            ? with(markup.el("th", text), "scope", "row")
                            : markup.el("td" + column(cells.size()), text));
        }
        return cells;
    }

    /** Class of a cell, by which the columns have their widths. */
    private static String column(int at) {
        return ".c" + (at + 1);
    }

    /** Each row with its number before it, from 1. */
    public static List<List<String>> numbered(List<List<String>> rows) {
        List<List<String>> numbered = new ArrayList<>();
        rows.forEach(row -> {
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(numbered.size() + 1));
            cells.addAll(row);
            numbered.add(cells);
        });
        return numbered;
    }
}
