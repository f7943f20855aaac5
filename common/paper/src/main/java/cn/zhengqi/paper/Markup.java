package cn.zhengqi.paper;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes XHTML as a tree, so that no text is ever taken for markup. */
public final class Markup {

    private final Document document;

    public Markup() {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Document whole(Element root) {
        document.appendChild(root);
        return document;
    }

    /**
     * @param tag such as {@code p} or {@code p.note}, with a class
     * @param content nodes, lists of them, or what is shown as text
     */
    public Element el(String tag, Object... content) {
        int dot = tag.indexOf('.');
        Element element = document.createElement(dot < 0 ? tag : tag.substring(0, dot));
        if (dot >= 0) {
            element.setAttribute("class", tag.substring(dot + 1));
        }
        for (Object one : content) {
            append(element, one);
        }
        return element;
    }

    private void append(Element element, Object content) {
        switch (content) {
            case Node node -> element.appendChild(node);
            case List<?> several -> several.forEach(one -> append(element, one));
            default -> element.appendChild(document.createTextNode(printable(content.toString())));
        }
    }

    public static Element with(Element element, String attribute, String value) {
        element.setAttribute(attribute, value);
        return element;
    }

    /** What XML has no place for is nothing to be seen either. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(point -> point == '\n' || point >= ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
