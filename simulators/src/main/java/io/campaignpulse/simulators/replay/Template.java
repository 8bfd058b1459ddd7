package io.campaignpulse.simulators.replay;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text with cells in it, such as {@code order-{basket_id}} or {@code {price | money | sum}}. */
final class Template {
  private static final Pattern PIECE = Pattern.compile("\\{([^{}]*)}|[^{}]+|[{}]");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** A piece of the text: either fixed, or a cell after its functions. */
  private record Piece(String fixed, String column, List<Functions.Step> steps, boolean sum) {}

  private final String source;
  private final List<Piece> pieces = new ArrayList<>();

  private Template(String source) {
    this.source = source;
  }

  static Template parse(String source, Functions functions) {
    var template = new Template(source);
    var matcher = PIECE.matcher(source);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        template.pieces.add(template.cell(matcher.group(1), functions));
      } else if (matcher.group().equals("{") || matcher.group().equals("}")) {
        throw template.wrong("has an unmatched brace");
      } else {
        template.pieces.add(new Piece(matcher.group(), null, List.of(), false));
      }
    }
    return template;
  }

  private Piece cell(String inner, Functions functions) {
    var parts = inner.split("\\|");
    var steps = new ArrayList<Functions.Step>();
    var sum = false;
    for (int i = 1; i < parts.length; i++) {
      var words = words(parts[i]);
      if (sum || words.isEmpty()) {
        throw wrong(sum ? "goes on after sum, which comes last" : "has an empty function");
      }
      if (words.get(0).equals("sum")) {
        sum = true;
      } else {
        steps.add(step(words, functions));
      }
    }
    return new Piece(null, parts[0].strip(), steps, sum);
  }

  private Functions.Step step(List<String> words, Functions functions) {
    try {
      return functions.named(words.get(0), words.subList(1, words.size()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
        .toList();
  }

  private MappingException wrong(String problem) {
    return new MappingException("mapping: \"" + source + "\" " + problem);
  }

  /** The columns it reads, in order. */
  List<String> columns() {
    return pieces.stream().filter(p -> p.column() != null).map(Piece::column).distinct().toList();
  }

  /** The text for one row, or for the rows that make one event: only sums look beyond the first. */
  String fill(List<Row> rows) throws RowException {
    var text = new StringBuilder();
    for (var piece : pieces) {
      text.append(piece.fixed() != null ? piece.fixed() : fill(piece, rows));
    }
    return text.toString();
  }

  private String fill(Piece piece, List<Row> rows) throws RowException {
    if (!piece.sum()) {
      return fill(piece, rows.get(0));
    }
    var sum = BigDecimal.ZERO;
    for (var row : rows) {
      var text = fill(piece, row);
      sum = text.isEmpty() ? sum : sum.add(number(piece, row, text));
    }
    return sum.toPlainString();
  }

  private static BigDecimal number(Piece piece, Row row, String text) throws RowException {
    try {
      return Functions.number(text);
    } catch (IllegalArgumentException e) {
      throw row.wrong(piece.column(), e.getMessage());
    }
  }

  private static String fill(Piece piece, Row row) throws RowException {
    var text = row.get(piece.column());
    try {
      for (var step : piece.steps()) {
        text = text.isEmpty() && !step.takesEmpty() ? text : step.apply(text, row);
      }
      return text;
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw row.wrong(piece.column(), e.getMessage());
    }
  }
}
