// The floor that `planc check` is measured against: reads every .md file below a folder on one thread, runs libyaml's
// events over its front matter and libcmark over its body, and does nothing with either.
#include <cmark.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static long files, events, blocks;

static void parse(const char *text, size_t size) {
    size_t body = 0;
    if (size > 4 && memcmp(text, "---\n", 4) == 0) {
        const char *end = memmem(text + 4, size - 4, "\n---\n", 5);
        if (end) {
            body = (size_t)(end - text) + 5;
            yaml_parser_t parser;
            yaml_event_t event;
            yaml_parser_initialize(&parser);
            yaml_parser_set_input_string(&parser, (const unsigned char *)text + 4, (size_t)(end - text) - 3);
            for (int done = 0; !done;) {
                if (!yaml_parser_parse(&parser, &event)) break;
                done = event.type == YAML_STREAM_END_EVENT;
                events++;
                yaml_event_delete(&event);
            }
            yaml_parser_delete(&parser);
        }
    }
    cmark_node *document = cmark_parse_document(text + body, size - body, CMARK_OPT_SOURCEPOS);
    for (cmark_node *child = cmark_node_first_child(document); child; child = cmark_node_next(child)) blocks++;
    cmark_node_free(document);
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)walk;
    size_t length = strlen(path);
    if (type != FTW_F || length < 3 || strcmp(path + length - 3, ".md") != 0) return 0;
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    char *text = malloc((size_t)status->st_size + 1);
    size_t size = fread(text, 1, (size_t)status->st_size, file);
    text[size] = 0;
    fclose(file);
    parse(text, size);
    free(text);
    files++;
    return 0;
}

int main(int count, char **arguments) {
    if (count != 2) return 2;
    nftw(arguments[1], visit, 32, FTW_PHYS);
    printf("%ld files, %ld events, %ld blocks\n", files, events, blocks);
    return 0;
}
