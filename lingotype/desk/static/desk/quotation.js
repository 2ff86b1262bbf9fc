/*
 * Quotations in Wagtail's rich text editor: the button's dialog, and how the mark looks.
 *
 * Wagtail hands over React, Draft.js and its own Draftail parts as globals; see its guide "Extending the Draftail
 * editor". The server's half is lingotype/desk/quotation_feature.py.
 */
(() => {
  const { React, draftail } = window;
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const e = React.createElement;
  const PARTS = ['source', 'speaker', 'original', 'lang'];

  /** The article's sources as the page's form holds them now: pairs of id and publication. */
  function sourcesOfThisPage() {
    return Array.from(document.querySelectorAll('input[name^="sources-"][name$="-value-id"]'))
      .map((input) => {
        const row = input.name.slice(0, -'-value-id'.length);
        const value = (name) => document.querySelector(`[name="${row}-${name}"]`)?.value ?? '';
        return value('deleted') ? null : [input.value.trim(), value('value-publication')];
      })
      .filter((pair) => pair && pair[0]);
  }

  function words() {
    const element = document.getElementById('desk-quotation-words');
    return element ? JSON.parse(element.textContent) : {};
  }

  /** Every stretch of `content` that carries one entity gets another instead: Enter may have cut it in two. */
  function replaced(content, oldKey, newKey) {
    return content.getBlocksAsArray().reduce((result, block) => {
      let next = result;
      block.findEntityRanges(
        (character) => character.getEntity() === oldKey,
        (anchorOffset, focusOffset) => {
          const range = SelectionState.createEmpty(block.getKey()).merge({ anchorOffset, focusOffset });
          next = Modifier.applyEntity(next, range, newKey);
        },
      );
      return next;
    }, content);
  }

  /** Opens the dialog when Draftail renders it; it shows nothing itself. */
  class QuotationSource extends draftail.DocumentModalWorkflowSource {
    getChooserConfig(entity) {
      const selection = this.props.editorState.getSelection();
      let urlParams = { sources: JSON.stringify(sourcesOfThisPage()), ...(entity ? entity.getData() : {}) };
      if (!entity && selection.isCollapsed()) urlParams = { reason: 'nothing' };
      else if (!entity && selection.getStartKey() !== selection.getEndKey()) urlParams = { reason: 'paragraphs' };
      return {
        url: this.props.entityType.dialogUrl,
        urlParams,
        onload: {
          quotation: (modal) => {
            modal.ajaxifyForm('.modal-body form');
            modal.body.find('select, textarea').first().trigger('focus');
          },
          quotation_chosen: (modal, answer) => modal.respond('quotationChosen', answer.result),
        },
        responses: { quotationChosen: this.onChosen },
      };
    }

    onChosen(data) {
      const { editorState, entityKey, entityType, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(entityType.type, 'MUTABLE', data);
      const key = content.getLastCreatedEntityKey();
      const marked = entityKey
        ? replaced(content, entityKey, key)
        : Modifier.applyEntity(content, editorState.getSelection(), key);
      this.workflow.close();
      onComplete(EditorState.push(editorState, marked, 'apply-entity'));
    }
  }

  /** What the popover lists: each part that is there, with its name. */
  function facts(data) {
    const labels = words();
    return PARTS.filter((part) => data[part]).map((part) => [labels[part] ?? part, data[part]]);
  }

  /** The mark in the text, and the popover with its data that a click opens. */
  class Quotation extends React.Component {
    constructor(props) {
      super(props);
      this.state = { target: null };
      this.open = this.open.bind(this);
      this.close = this.close.bind(this);
    }

    open(event) {
      const mark = event.target.closest('[data-draftail-trigger]');
      const container = mark?.closest('[data-draftail-editor-wrapper]');
      if (!container) return;
      const [box, home] = [mark.getBoundingClientRect(), container.getBoundingClientRect()];
      const { width, height } = box;
      // Wagtail's Tooltip adds the page's scrolling, which boxes on the screen have left out on both sides.
      const target = { top: box.top - home.top - window.scrollY, left: box.left - home.left - window.scrollX };
      this.setState({ target: { container, width, height, ...target } });
    }

    close() {
      this.setState({ target: null });
    }

    button(label, act, className) {
      const onClick = (event) => {
        event.preventDefault();
        event.stopPropagation();
        act(this.props.entityKey);
      };
      return e('button', { type: 'button', className: `button button-small ${className} Tooltip__button`, onClick }, label);
    }

    popover(data) {
      const { target } = this.state;
      const labels = words();
      const rows = facts(data).flatMap(([label, value]) => [
        e('dt', { key: label }, label),
        e('dd', { key: `${label} value` }, value),
      ]);
      return e(
        window.wagtail.components.Portal,
        { node: target.container, onClose: this.close, closeOnClick: true, closeOnType: true, closeOnResize: true },
        e(
          draftail.Tooltip,
          { target, direction: 'top' },
          e('dl', { className: 'desk-quotation__facts' }, rows),
          this.button(labels.edit ?? 'Edit', this.props.onEdit, ''),
          this.button(labels.remove ?? 'Remove', this.props.onRemove, 'button-secondary no'),
        ),
      );
    }

    render() {
      const { children, contentState, entityKey } = this.props;
      const data = contentState.getEntity(entityKey).getData();
      return e(
        'a',
        {
          role: 'button',
          className: 'desk-quotation',
          title: facts(data).map(([label, value]) => `${label}: ${value}`).join('\n'),
          onMouseUp: this.open,
          'data-draftail-trigger': true,
        },
        children,
        this.state.target && this.popover(data),
      );
    }
  }

  draftail.registerPlugin({ type: 'QUOTATION', source: QuotationSource, decorator: Quotation }, 'entityTypes');
})();
